import type { SourceText } from '@qingzhuang/analysis';
import { memo, type ReactElement, type RefObject, useEffect, useMemo, useState } from 'react';
import './document-sheet.css';
import { intoSections, type LayoutBlock, layOut, type Paragraph, type Section } from './layout.ts';
import { type Mark, marksWithin } from './marks.ts';

/** Sections that stand there at once; the rest follow while the browser is idle. */
const FIRST_SECTIONS = 6;

export interface DocumentSheetProps {
  readonly source: SourceText;
  readonly title: string | null;
  readonly marks: readonly Mark[];
  /** Severity of each finding, by index; it decides the underline. */
  readonly severities: readonly string[];
  readonly sheetRef: RefObject<HTMLDivElement | null>;
}

/**
 * The text as a sheet of paper, evidence underlined. Marks carry the indexes of their findings in `data-findings`; whoever
 * shows the sheet listens on it once instead of on every mark.
 */
export function DocumentSheet({ source, title, marks, severities, sheetRef }: DocumentSheetProps): ReactElement {
  const sections = useMemo(() => intoSections(layOut(source, title)), [source, title]);
  const shown = useGrowingCount(sections);
  return (
    <div className="sheet" ref={sheetRef}>
      {sections.slice(0, shown).map((section) => (
        <SheetSection key={section.start} section={section} text={source.text} marks={marks} severities={severities} />
      ))}
    </div>
  );
}

function useGrowingCount(sections: readonly Section[]): number {
  const [shown, setShown] = useState(FIRST_SECTIONS);
  useEffect(() => {
    if (shown >= sections.length) return;
    const timer = setTimeout(() => setShown((count) => count + FIRST_SECTIONS), 16);
    return () => clearTimeout(timer);
  }, [shown, sections.length]);
  return shown;
}

interface PieceProps {
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly severities: readonly string[];
}

const SheetSection = memo(function SheetSection({ section, ...piece }: PieceProps & { readonly section: Section }) {
  const marks = useMemo(() => marksWithin(piece.marks, section.start, section.end), [piece.marks, section]);
  return (
    <div className="sheet-section" style={{ containIntrinsicSize: `auto ${String(estimatedHeight(section))}px` }}>
      {section.blocks.map((block) => (
        <SheetBlock key={block.start} block={block} {...piece} marks={marks} />
      ))}
    </div>
  );
});

function SheetBlock({ block, ...piece }: PieceProps & { readonly block: LayoutBlock }): ReactElement {
  if (block.kind === 'paragraph') return <SheetParagraph paragraph={block} {...piece} />;
  return (
    <div className="sheet-grid" tabIndex={0} role="group">
      <table>
        <tbody>
          {block.rows.map((cells) => (
            <tr key={cells[0]?.start}>
              {cells.map((cell) => (
                <td key={`${cell.row}.${cell.column}`} rowSpan={cell.rowSpan} colSpan={cell.columnSpan}>
                  <MarkedText start={cell.start} end={cell.end} {...piece} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function SheetParagraph({ paragraph, ...piece }: PieceProps & { readonly paragraph: Paragraph }): ReactElement {
  const { start, end, role, align, sender, sentAt } = paragraph;
  const words = <MarkedText start={start} end={end} {...piece} />;
  if (role === 'title') return <h2 className="sheet-title">{words}</h2>;
  if (role === 'heading') return <h3 className={`sheet-heading align-${align}`}>{words}</h3>;
  return (
    <p
      className={`sheet-${role} align-${align}`}
      title={role === 'chat' ? [sender, sentAt].filter(Boolean).join(' ') : undefined}
    >
      {words}
    </p>
  );
}

function MarkedText({
  start,
  end,
  text,
  marks,
  severities,
}: PieceProps & { readonly start: number; readonly end: number }) {
  const pieces: (ReactElement | string)[] = [];
  let from = start;
  for (const mark of marksWithin(marks, start, end)) {
    if (mark.start > from) pieces.push(text.slice(from, mark.start));
    pieces.push(<Evidence key={mark.start} mark={mark} severities={severities} text={text} />);
    from = mark.end;
  }
  if (from < end) pieces.push(text.slice(from, end));
  return <>{pieces}</>;
}

/** One stretch of evidence. Only the stretch where a finding begins stops the Tab key. */
function Evidence({
  mark,
  severities,
  text,
}: {
  readonly mark: Mark;
  readonly severities: readonly string[];
  readonly text: string;
}) {
  const top = mark.findings[0] ?? 0;
  const words = text.slice(mark.start, mark.end);
  const shape = `evidence evidence-${severities[top] ?? 'info'}${mark.findings.length > 1 ? ' evidence-many' : ''}`;
  if (mark.opens.length === 0) {
    return (
      <mark className={shape} data-findings={mark.findings.join(' ')}>
        {words}
      </mark>
    );
  }
  return (
    <mark
      className={shape}
      data-findings={mark.findings.join(' ')}
      data-opens={mark.opens.join(' ')}
      role="button"
      tabIndex={0}
      aria-describedby={`finding-${top}-message`}
    >
      {words}
    </mark>
  );
}

/** Pixels, at about 38 characters of 32 px height a line; the browser corrects it once a section has been drawn. */
function estimatedHeight({ start, end, blocks }: Section): number {
  return Math.round(((end - start) / 38 + blocks.length * 0.6) * 32);
}
