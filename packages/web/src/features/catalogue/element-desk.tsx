import { catalogue, type DeepReadonly } from '@qingzhuang/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, type ReactNode, useState } from 'react';
import { useApi } from '../../api.tsx';
import { Button } from '../../ui/button.tsx';
import { TextEntry, WordsEntry } from '../../ui/entry.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { hrefOf } from '../../ui/route.ts';
import { ChoiceEntry, OwnUnitEntry, useOwnUnit } from './entries.tsx';
import { useCatalogueWords } from './words.ts';

type Content = DeepReadonly<catalogue.ElementContent>;

const EMPTY: Content = {
  name: '',
  aliases: [],
  type: 'text',
  unit: null,
  options: null,
  definition: '',
  source: '',
  updatePeriod: 'yearly',
  sharing: 'conditional',
  legalBasis: null,
  personal: 'none',
};

interface DeskProps {
  readonly element: DeepReadonly<catalogue.Element>;
  readonly onClose: () => void;
}

/** Proposes other words for an element. Its owner or the office decides. */
export function ChangeDesk({ element, onClose }: DeskProps): ReactElement {
  const { key } = element;
  return (
    <ContentDesk
      content={element}
      onClose={onClose}
      plan={(content, reason, unit) => ({ what: 'change', key, content, reason, unit })}
    />
  );
}

/** Proposes a new element. */
export function NewElement(): ReactElement {
  const words = useCatalogueWords();
  const [entity, setEntity] = useState<catalogue.Entity>('person');
  const [word, setWord] = useState('');
  const [madeUp] = useState(() => `own-${crypto.randomUUID().slice(0, 8)}`);
  return (
    <div className="catalogue stack">
      <p>
        <a className="back" href={hrefOf('catalogue')}>
          ← {words.back}
        </a>
      </p>
      <header className="page-head">
        <h1>{words.proposeNew}</h1>
      </header>
      <ContentDesk
        content={EMPTY}
        onClose={() => {
          location.hash = hrefOf('catalogue', 'proposals');
        }}
        plan={(content, reason, unit) => ({
          what: 'add',
          key: `${entity}.${word.trim() === '' ? madeUp : word.trim()}`,
          content,
          owner: null,
          reason,
          unit,
        })}
      >
        <ChoiceEntry label={words.entity} value={entity} names={words.entities} onChange={setEntity} />
        <TextEntry label={words.key} hint={words.keyHint} value={word} onChange={setWord} longest={60} />
      </ContentDesk>
    </div>
  );
}

interface ContentDeskProps {
  readonly content: Content;
  readonly plan: (content: catalogue.ElementContent, reason: string, unit: string) => catalogue.ProposalPlan;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

function ContentDesk({ content, plan, onClose, children }: ContentDeskProps): ReactElement {
  const words = useCatalogueWords();
  const call = useApi();
  const queries = useQueryClient();
  const [typed, setTyped] = useState(() => typedFrom(content));
  const [reason, setReason] = useState('');
  const [unit, setUnit] = useOwnUnit('drafter', 'unit-lead', 'office');
  const sending = useMutation({
    mutationFn: () => call(catalogue.proposeElement, plan(contentFrom(typed), reason.trim(), unit)),
    async onSuccess() {
      await queries.invalidateQueries({ queryKey: ['proposals'] });
      onClose();
    },
  });
  function set<Name extends keyof Typed>(name: Name): (value: Typed[Name]) => void {
    return (value) => setTyped((before) => ({ ...before, [name]: value }));
  }
  return (
    <form
      className="panel stack"
      onSubmit={(event) => {
        event.preventDefault();
        sending.mutate();
      }}
    >
      <div className="catalogue-fields">
        <TextEntry label={words.name} value={typed.name} onChange={set('name')} longest={60} required />
        <TextEntry label={words.aliases} hint={words.listHint} value={typed.aliases} onChange={set('aliases')} />
        <ChoiceEntry label={words.type} value={typed.type} names={words.types} onChange={set('type')} />
        {typed.type === 'choice' && (
          <TextEntry
            label={words.options}
            hint={words.optionsHint}
            value={typed.options}
            onChange={set('options')}
            required
          />
        )}
        <TextEntry label={words.unit} value={typed.unit} onChange={set('unit')} longest={20} />
        <ChoiceEntry
          label={words.updatePeriod}
          value={typed.updatePeriod}
          names={words.periods}
          onChange={set('updatePeriod')}
        />
        <ChoiceEntry label={words.sharing} value={typed.sharing} names={words.sharings} onChange={set('sharing')} />
        <ChoiceEntry label={words.personal} value={typed.personal} names={words.personals} onChange={set('personal')} />
        <TextEntry label={words.source} value={typed.source} onChange={set('source')} longest={60} required />
        <TextEntry label={words.legalBasis} value={typed.legalBasis} onChange={set('legalBasis')} longest={200} />
        {children}
      </div>
      <WordsEntry
        label={words.definition}
        value={typed.definition}
        onChange={set('definition')}
        longest={500}
        required
      />
      <WordsEntry label={words.reason} value={reason} onChange={setReason} longest={500} required />
      <OwnUnitEntry
        label={words.proposalFor}
        value={unit}
        onChange={setUnit}
        roles={['drafter', 'unit-lead', 'office']}
      />
      <div className="row">
        <Button kind="primary" type="submit" disabled={sending.isPending}>
          {words.send}
        </Button>
        <Button onClick={onClose}>{words.cancel}</Button>
      </div>
      <RefusalNote error={sending.error} />
    </form>
  );
}

type Typed = Readonly<
  Record<'name' | 'aliases' | 'unit' | 'options' | 'definition' | 'source' | 'legalBasis', string>
> &
  Pick<Content, 'type' | 'updatePeriod' | 'sharing' | 'personal'>;

function typedFrom(content: Content): Typed {
  const { name, aliases, type, unit, options, definition, source, updatePeriod, sharing, legalBasis, personal } =
    content;
  return {
    ...{ name, type, definition, source, updatePeriod, sharing, personal },
    aliases: aliases.join('、'),
    unit: unit ?? '',
    options: options?.join('、') ?? '',
    legalBasis: legalBasis ?? '',
  };
}

function contentFrom({ aliases, unit, options, legalBasis, ...typed }: Typed): catalogue.ElementContent {
  return {
    ...typed,
    aliases: listFrom(aliases),
    unit: unit.trim() === '' ? null : unit,
    options: typed.type === 'choice' ? listFrom(options) : null,
    legalBasis: legalBasis.trim() === '' ? null : legalBasis,
  };
}

function listFrom(typed: string): string[] {
  return typed
    .split(/[、,，;；\n]/u)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}
