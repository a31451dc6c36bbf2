import { type ReactElement, useState } from 'react';
import { now } from '../clock.ts';
import { Button } from '../ui/button.tsx';
import { download } from '../ui/download.ts';
import { useMessages } from '../ui/language.tsx';
import type { ShownLevel } from './chain-level.ts';

interface ChainExportProps {
  readonly levels: readonly ShownLevel[];
  readonly below: readonly ShownLevel[];
}

type Format = 'html' | 'docx';

/** Saves the comparison as one page or as a Word document, made in this browser. The writers are fetched when asked for. */
export function ChainExport({ levels, below }: ChainExportProps): ReactElement {
  const { chain: words } = useMessages();
  const [note, setNote] = useState('');

  async function save(format: Format): Promise<void> {
    setNote(words.saving);
    try {
      const { name, blob } = await write(format, { levels, below });
      download(name, blob);
      setNote('');
    } catch {
      setNote(words.saveFailed);
    }
  }

  return (
    <div className="row no-print">
      <Button onClick={() => void save('docx')}>{words.saveDocx}</Button>
      <Button onClick={() => void save('html')}>{words.saveHtml}</Button>
      <span role="status" className="soft small">
        {note}
      </span>
    </div>
  );
}

async function write(format: Format, chain: ChainExportProps): Promise<{ name: string; blob: Blob }> {
  const { reportOf } = await import('./chain-report.ts');
  const report = reportOf(chain.levels, chain.below, now());
  if (format === 'html') {
    const { writeHtmlChain } = await import('./chain-html.ts');
    return { name: `${report.fileName}.html`, blob: new Blob([writeHtmlChain(report)], { type: 'text/html' }) };
  }
  const { writeDocxChain } = await import('./chain-docx.ts');
  return { name: `${report.fileName}.docx`, blob: await writeDocxChain(report) };
}
