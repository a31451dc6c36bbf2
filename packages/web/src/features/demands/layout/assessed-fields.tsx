import type { ReactElement } from 'react';
import { now } from '../../../clock.ts';
import { Button } from '../../../ui/button.tsx';
import { sayDay } from '../../../ui/dates.ts';
import { usePreferences } from '../../../ui/preferences.ts';
import type { Assessment, FormChange, Layout } from './queries.ts';
import { sayLabel } from './say-label.ts';
import { useLayoutWords } from './words.ts';

type Field = Assessment['fields'][number];

const TAGS: Readonly<Record<Field['verdict'], string>> = {
  held: 'tag tag-live',
  'partly-held': 'tag tag-live',
  'not-held': 'tag tag-wait',
  unsure: 'tag tag-wait',
  computed: 'tag',
  remark: 'tag',
  dropped: 'tag',
};

interface AssessedFieldsProps {
  readonly layout: Layout;
  readonly assessment: Assessment;
  readonly isBusy: boolean;
  readonly onChange: (change: FormChange) => void;
}

/** Every field, and whether the county has it: from whom, and how old. Folded away. */
export function AssessedFields({ layout, assessment, isBusy, onChange }: AssessedFieldsProps): ReactElement {
  const words = useLayoutWords();
  return (
    <details>
      <summary>
        {words.fields} ({assessment.fields.length})
      </summary>
      <ul className="lines">
        {assessment.fields.map((field) => (
          <li key={field.key}>
            <span className={TAGS[field.verdict]}>{words.verdicts[field.verdict]}</span>
            <span className="lines-main">
              {sayLabel(field)}
              <Origin field={field} />
            </span>
            {layout.mayDecide && field.verdict !== 'computed' && (
              <Button
                disabled={isBusy}
                onClick={() =>
                  onChange({ decide: { fields: [{ key: field.key, keep: field.verdict === 'dropped' }] } })
                }
              >
                {field.verdict === 'dropped' ? words.restore : words.drop}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Origin({ field }: { readonly field: Field }): ReactElement | null {
  const words = useLayoutWords();
  const [{ language }] = usePreferences();
  const { elementName, owner, asOf, share, isDerived, use, verdict } = field;
  const parts = [
    elementName,
    isDerived ? words.derived : null,
    owner !== null && asOf !== null ? words.from(owner, sayDay(asOf, language, now())) : owner,
    verdict === 'partly-held' ? words.share(Math.round(share * 100)) : null,
    use,
  ].filter((part) => part !== null && part !== '');
  return parts.length === 0 ? null : <small>{parts.join(' · ')}</small>;
}
