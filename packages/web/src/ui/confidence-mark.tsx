import type { ReactElement } from 'react';

/** How sure a clause is, in words; the hint says what they mean. */
export function ConfidenceMark({
  mark,
  word,
  hint,
}: {
  readonly mark: string;
  readonly word: string;
  readonly hint: string;
}): ReactElement {
  return (
    <span className={`confidence confidence-${mark}`} title={hint}>
      {word}
    </span>
  );
}
