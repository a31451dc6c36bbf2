import type { Finding, SourceText } from '@qingzhuang/analysis';
import { demands } from '@qingzhuang/contract';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { type MouseEvent, type ReactElement, useMemo, useRef } from 'react';
import { useApi } from '../../api.tsx';
import { queue } from '../../desk/app-desk.ts';
import { DocumentSheet } from '../../sheet/document-sheet.tsx';
import { markEvidence } from '../../sheet/marks.ts';
import { useWords } from '../../words.tsx';
import './following.css';
import type { Demand } from './queries.ts';

interface OriginalTextProps {
  readonly demand: Demand;
  /** Told of the finding whose underlined words were pressed, by its place in the screening. */
  readonly onFinding: (index: number) => void;
}

/** The document as it was dropped, the words with findings underlined. Nothing for a demand that was typed by hand. */
export function OriginalText({ demand, onFinding }: OriginalTextProps): ReactElement | null {
  const { screening: words } = useWords();
  const [file] = demand.files;
  const source = useOriginal(demand);
  if (file === undefined) return null;
  const address = `/api/v1/demands/${demand.id}/files/${file.sha256}`;
  return (
    <section className="panel original" aria-label={words.originalTitle}>
      <div className="original-head">
        <h2>{words.originalTitle}</h2>
        <a href={address} download={file.name}>
          {words.download(file.name)}
        </a>
      </div>
      {source.data ? (
        <Sheet demand={demand} source={source.data} onFinding={onFinding} />
      ) : (
        <p className="soft" role="status">
          {source.isPending ? words.originalReading : words.originalUnread}
        </p>
      )}
    </section>
  );
}

/** The text, read in this browser by the reader that the server uses: the findings' places are the same. */
export function useOriginal({ id, files: [file] }: Demand): UseQueryResult<SourceText | null> {
  const call = useApi();
  return useQuery({
    queryKey: ['original', id, file?.sha256],
    enabled: file !== undefined,
    staleTime: Infinity,
    async queryFn(): Promise<SourceText | null> {
      const bytes = await call(demands.readDemandFile, { id, sha256: file?.sha256 ?? '' });
      const input = { file: new File([bytes], file?.name ?? '') };
      const outcome = await queue.check({ input, facts: {}, profile: null }, () => undefined).outcome;
      return outcome?.kind === 'done' ? outcome.source : null;
    },
  });
}

function Sheet({ demand, source, onFinding }: OriginalTextProps & { readonly source: SourceText }): ReactElement {
  const sheet = useRef<HTMLDivElement>(null);
  const findings = useMemo(() => (demand.screening?.findings ?? []) as readonly Finding[], [demand.screening]);
  const marks = useMemo(() => markEvidence(findings), [findings]);
  const severities = useMemo(() => findings.map(({ severity }) => severity), [findings]);
  function open({ target }: MouseEvent): void {
    const mark = target instanceof Element ? target.closest<HTMLElement>('[data-findings]') : null;
    const first = mark?.dataset['findings']?.split(' ')[0];
    if (first !== undefined) onFinding(Number(first));
  }
  return (
    // The marks inside are the buttons; the sheet only hears of them.
    <div
      className="original-sheet"
      onClick={open}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.target instanceof HTMLElement) event.target.click();
      }}
    >
      <DocumentSheet source={source} title={demand.title} marks={marks} severities={severities} sheetRef={sheet} />
    </div>
  );
}
