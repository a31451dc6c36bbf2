import { demands, type DeepReadonly } from '@qingzhuang/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useApi } from '../../../api.tsx';
import { now } from '../../../clock.ts';
import { type Me, useMe } from '../../../me.tsx';
import { dayFrom } from '../../../ui/dates.ts';
import { DOCUMENTS, FileButton } from '../../../ui/file-button.tsx';
import { useKept, writeKept } from '../../../ui/kept.ts';
import { usePhone } from '../../../ui/media.ts';
import { RefusalNote } from '../../../ui/refusal-note.tsx';
import { goTo, hrefOf } from '../../../ui/route.ts';
import { useWords } from '../../../words.tsx';
import { DemandRow } from '../demand-row.tsx';
import { useDemands } from '../queries.ts';
import { Button } from '../../../ui/button.tsx';
import { emptyDetails } from '../../../details/detail-fields.ts';
import { NewDraft } from './new-draft.tsx';
import { useDrop } from '../../../ui/use-drop.ts';
import { TranscriptCheck } from '../../../transcripts/transcript-check.tsx';
import { PHOTOS, type Upload } from '../../../transcripts/uploads.ts';
import { useScan } from '../../../transcripts/use-scan.ts';

const ISSUING: readonly string[] = ['drafter', 'unit-lead', 'office'];
const USUAL_DAYS = 90;

/** Ways to begin: a file, pasted text, or by hand; below what was begun and not sent. */
export function DraftIntake(): ReactElement {
  const { draft: words, documents } = useWords();
  const phone = usePhone();
  const me = useMe();
  const units = issuingUnits(me);
  const [issuer, setIssuer] = useState(firstOf(units));
  const [text, setText, forgetText] = useKept(`${me.person}/draft-text`, '');
  const [way, setWay] = useState<'file' | 'text' | 'hand'>(text === '' ? 'file' : 'text');
  const reading = useReading(issuer, forgetText);
  const { scan, failure, takeFiles, close } = useScan({ ...reading, send: reading.mutate });
  const dragging = useDrop({
    onFiles: takeFiles,
    onText(pasted) {
      setText(pasted);
      setWay('text');
    },
  });
  if (units.length === 0) return <p className="note">{words.noPost}</p>;
  return (
    <div className="intake-work stack">
      <header className="page-head">
        <h1>{words.title}</h1>
        <a className="page-head-aside" href={hrefOf('documents')}>
          {documents.title}
        </a>
        <p>{phone ? words.leadPhone : words.lead}</p>
      </header>
      <section className={`panel drop-here${dragging ? ' drop-here-over' : ''}`}>
        <IssuerChoice units={units} issuer={issuer} onChoose={setIssuer} />
        <div className="row drop-here-ways">
          <FileButton
            kind="primary"
            large
            disabled={reading.isPending}
            label={words.choose}
            accept={`${DOCUMENTS},${PHOTOS}`}
            onFiles={takeFiles}
          >
            {dragging ? words.dropNow : words.choose}
          </FileButton>
          <Button large aria-expanded={way === 'text'} onClick={() => setWay('text')}>
            {words.paste}
          </Button>
          <Button large aria-expanded={way === 'hand'} onClick={() => setWay('hand')}>
            {words.blank}
          </Button>
        </div>
        <p className="soft small">{words.kept}</p>
        {way === 'text' && (
          <PasteForm text={text} busy={reading.isPending} onChange={setText} onRead={() => reading.mutate({ text })} />
        )}
        <p role="status">{reading.isPending && words.reading}</p>
        {scan === null && <RefusalNote error={failure} />}
      </section>
      <TranscriptCheck
        file={scan}
        isSending={reading.isPending}
        error={failure}
        onSend={reading.mutate}
        onCancel={close}
      />
      {way === 'hand' && <NewDraft key={issuer} blank={blankDraft(issuer)} />}
      <Unsent />
    </div>
  );
}

interface IssuerChoiceProps {
  readonly units: readonly { readonly code: string; readonly name: string }[];
  readonly issuer: string;
  readonly onChoose: (code: string) => void;
}

/** Only for those who issue for several units. */
function IssuerChoice({ units, issuer, onChoose }: IssuerChoiceProps): ReactElement | null {
  const { draft: words } = useWords();
  if (units.length < 2) return null;
  return (
    <label>
      {words.forUnit}{' '}
      <select className="field" value={issuer} onChange={({ target }) => onChoose(target.value)}>
        {units.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

interface PasteFormProps {
  readonly text: string;
  readonly busy: boolean;
  readonly onChange: (text: string) => void;
  readonly onRead: () => void;
}

function PasteForm({ text, busy, onChange, onRead }: PasteFormProps): ReactElement {
  const { draft: words } = useWords();
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        onRead();
      }}
    >
      <textarea
        className="field"
        aria-label={words.pasteLabel}
        placeholder={words.pasteLabel}
        rows={8}
        autoFocus
        value={text}
        onChange={({ target }) => onChange(target.value)}
      />
      <div>
        <Button kind="primary" type="submit" disabled={busy || text.trim() === ''}>
          {words.read}
        </Button>
      </div>
    </form>
  );
}

type Dropped = Upload | { readonly text: string };

/** Lets the server read a document; the draft opens when it has, with what is to be confirmed. */
function useReading(issuer: string, onRead: () => void) {
  const call = useApi();
  const { person } = useMe();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (dropped: Dropped) => call(demands.draftFromFile, { issuer, ...dropped }),
    onSuccess({ toConfirm, ...demand }: DeepReadonly<demands.DraftedDemand>) {
      onRead();
      writeKept(`${person}/to-confirm/${demand.id}`, toConfirm);
      queries.setQueryData(['demand', demand.id], demand);
      void queries.invalidateQueries({ queryKey: ['demands'] });
      goTo('draft', demand.id);
    },
  });
}

function Unsent(): ReactElement | null {
  const { draft: words } = useWords();
  const { data, error } = useDemands({ state: ['draft', 'screened', 'coordinating', 'refused'] });
  const items = data?.pages.flatMap((page) => page.items).filter(({ submitted }) => !submitted) ?? [];
  if (items.length === 0) return <RefusalNote error={error} />;
  return (
    <section aria-label={words.mine}>
      <h2 className="panel-title">{words.mine}</h2>
      <ul className="demand-list card">
        {items.map((demand) => (
          <li key={demand.id}>
            <DemandRow demand={demand} href={hrefOf('draft', demand.id)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function issuingUnits({ posts }: Me): { code: string; name: string }[] {
  const names = new Map(
    posts.filter(({ role }) => ISSUING.includes(role)).map(({ unit, unitName }) => [unit, unitName]),
  );
  return [...names].map(([code, name]) => ({ code, name }));
}

function firstOf(units: readonly { readonly code: string }[]): string {
  return units[0]?.code ?? '';
}

function blankDraft(issuer: string): demands.DemandDraft {
  return {
    title: '',
    ask: '',
    issuer,
    bearers: [],
    dueAt: null,
    expiresOn: dayFrom(now(), USUAL_DAYS),
    planItem: null,
    details: emptyDetails('task', now()),
  };
}
