import { catalogue, type DeepReadonly } from '@qingzhuang/contract';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useApi } from '../../api.tsx';
import { ReplyForm } from '../../ui/reply-form.tsx';
import { UnitEntry } from './entries.tsx';
import { useCatalogueWords } from './words.ts';

interface DeskProps {
  readonly element: DeepReadonly<catalogue.Element>;
  readonly onClose: () => void;
}

/** Names the one unit that answers for the element. */
export function OwnerDesk({ element: { key, owner: now, version }, onClose }: DeskProps): ReactElement {
  const words = useCatalogueWords();
  const call = useApi();
  const queries = useQueryClient();
  const [owner, setOwner] = useState(now ?? '');
  return (
    <ReplyForm
      label={words.reason}
      className="panel stack"
      refreshes={['elements']}
      send={async (reason) => {
        await call(catalogue.nameOwner, { key, owner, reason }, { ifMatch: version });
        await queries.invalidateQueries({ queryKey: ['elements', key] });
      }}
      onClose={onClose}
    >
      <UnitEntry label={words.nameOwner} value={owner} onChange={setOwner} />
    </ReplyForm>
  );
}
