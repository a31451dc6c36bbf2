import type { SourceText } from '@qingzhuang/analysis';
import { memo, type ReactElement, useMemo } from 'react';
import { type LayoutBlock, layOut } from '../../sheet/layout.ts';
import { type Change, changesWithin, type Edit } from './revision.ts';

export interface RevisedTextProps {
  readonly source: SourceText;
  readonly title: string | null;
  readonly edits: readonly Edit[];
  /** Shows what went and what came; otherwise only the new text. */
  readonly marked: boolean;
}

/** The sheet with the accepted changes made. Paragraphs that a change empties are left out. */
export const RevisedText = memo(function RevisedText({ source, title, edits, marked }: RevisedTextProps) {
  const blocks = useMemo(() => layOut(source, title), [source, title]);
  function changesIn(start: number, end: number): ReactElement {
    return <Changes changes={changesWithin(source.text, edits, start, end)} marked={marked} />;
  }
  return (
    <div className="sheet revised-text">
      {blocks
        .filter((block) => marked || survives(block, source.text, edits))
        .map((block) =>
          block.kind === 'paragraph' ? (
            <p key={block.start} className={`sheet-${block.role} align-${block.align}`}>
              {changesIn(block.start, block.end)}
            </p>
          ) : (
            <div key={block.start} className="sheet-grid" tabIndex={0} role="group">
              <table>
                <tbody>
                  {block.rows.map((cells) => (
                    <tr key={cells[0]?.start}>
                      {cells.map(({ start, end, row, column, rowSpan, columnSpan }) => (
                        <td key={`${row}.${column}`} rowSpan={rowSpan} colSpan={columnSpan}>
                          {changesIn(start, end)}
                        </td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          ),
        )}
    </div>
  );
});

function Changes({
  changes,
  marked,
}: {
  readonly changes: readonly Change[];
  readonly marked: boolean;
}): ReactElement[] {
  return changes.map((change, index) =>
    change.kind === 'kept' || !marked ? (
      <span key={index}>{change.after}</span>
    ) : (
      <span key={index}>
        {change.before !== '' && <del>{change.before}</del>}
        {change.after !== '' && <ins>{change.after}</ins>}
      </span>
    ),
  );
}

function survives({ start, end }: LayoutBlock, text: string, edits: readonly Edit[]): boolean {
  return changesWithin(text, edits, start, end).some(({ after }) => after.trim() !== '');
}
