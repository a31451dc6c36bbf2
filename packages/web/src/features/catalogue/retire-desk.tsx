import { catalogue, type DeepReadonly } from '@qingzhuang/contract';
import { type ReactElement } from 'react';
import { useApi } from '../../api.tsx';
import { ReplyForm } from '../../ui/reply-form.tsx';
import { OwnUnitEntry, useOwnUnit } from './entries.tsx';
import { useCatalogueWords } from './words.ts';

interface DeskProps {
  readonly element: DeepReadonly<catalogue.Element>;
  readonly onClose: () => void;
}

/** Proposes that the element is asked for no more. */
export function RetireDesk({ element: { key }, onClose }: DeskProps): ReactElement {
  const words = useCatalogueWords();
  const call = useApi();
  const [unit, setUnit] = useOwnUnit('drafter', 'unit-lead', 'office');
  return (
    <ReplyForm
      label={words.reason}
      className="panel stack"
      refreshes={['proposals']}
      send={(reason) => call(catalogue.proposeElement, { what: 'retire', key, heir: null, unit, reason })}
      onClose={onClose}
    >
      <OwnUnitEntry
        label={words.proposalFor}
        value={unit}
        onChange={setUnit}
        roles={['drafter', 'unit-lead', 'office']}
      />
    </ReplyForm>
  );
}
