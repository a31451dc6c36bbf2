import type { ReactElement } from 'react';

/** A headline that breaks between its clauses before it breaks inside one. */
export function Clauses({ text }: { readonly text: string }): ReactElement[] {
  return text.split(/(?<=[，；;] ?)/u).map((clause) => (
    <span key={clause} className="clause">
      {clause}
    </span>
  ));
}
