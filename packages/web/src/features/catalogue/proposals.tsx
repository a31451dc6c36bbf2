import { catalogue, type DeepReadonly } from '@qingzhuang/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useApi } from '../../api.tsx';
import { now } from '../../clock.ts';
import { usePages } from '../../use-pages.ts';
import { Button } from '../../ui/button.tsx';
import { sayInstant } from '../../ui/dates.ts';
import { usePreferences } from '../../ui/preferences.ts';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { ReplyForm } from '../../ui/reply-form.tsx';
import { hrefOf } from '../../ui/route.ts';
import { type CatalogueWords } from '../../messages/catalogue-zh.ts';
import { useCatalogueWords } from './words.ts';

type Proposal = DeepReadonly<catalogue.Proposal>;
type Content = DeepReadonly<catalogue.ElementContent>;

/** What people want of the catalogue; those who may decide do it here. */
export function Proposals(): ReactElement {
  const words = useCatalogueWords();
  const call = useApi();
  const [all, setAll] = useState(false);
  const { items, isRead, error, more } = usePages(['proposals', all], (from) =>
    call(catalogue.listProposals, { ...from, ...(!all && { state: 'open' as const }) }),
  );
  return (
    <>
      <label className="tick">
        <input type="checkbox" checked={all} onChange={({ target }) => setAll(target.checked)} /> {words.showAll}
      </label>
      <RefusalNote error={error} />
      {isRead && items.length === 0 && <p className="soft">{words.noProposals}</p>}
      {items.map((proposal) => (
        <ProposalCard key={proposal.id} proposal={proposal} />
      ))}
      {more && (
        <div>
          <Button onClick={more}>{words.more}</Button>
        </div>
      )}
    </>
  );
}

function ProposalCard({ proposal }: { readonly proposal: Proposal }): ReactElement {
  const words = useCatalogueWords();
  const [{ language }] = usePreferences();
  const { what, key, content, unitName, reason, state, decisionReason, madeAt, mayDecide } = proposal;
  return (
    <section className="panel stack">
      <h2>
        {words.what[what]}：
        {what === 'add' ? content?.name : <a href={hrefOf('catalogue', key)}>{content?.name ?? key}</a>}{' '}
        <span className={state === 'open' ? 'tag tag-wait' : 'tag'}>{words.states[state]}</span>
      </h2>
      <p>{reason}</p>
      <Changes proposal={proposal} />
      <p className="soft small">
        {unitName} · {sayInstant(madeAt, language, now())}
      </p>
      {decisionReason !== null && <p className="note">{decisionReason}</p>}
      {mayDecide && <Decide proposal={proposal} />}
    </section>
  );
}

/** Line by line what would be other than it is. */
function Changes({ proposal: { what, key, content } }: { readonly proposal: Proposal }): ReactElement | null {
  const words = useCatalogueWords();
  const call = useApi();
  const { data: before } = useQuery({
    queryKey: ['elements', key],
    queryFn: () => call(catalogue.readElement, { key }),
    enabled: what === 'change',
  });
  if (content === null || (what === 'change' && before === undefined)) return null;
  const lines =
    before === undefined
      ? linesOf(content, words).filter(([, value]) => value !== '')
      : changesOf(before, content, words);
  if (lines.length === 0) return <p className="soft">{words.noChange}</p>;
  return (
    <dl className="catalogue-facts" aria-label={words.changedFields}>
      {lines.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What stood there and what would; of a list what comes and what goes. */
function changesOf(before: Content, after: Content, words: CatalogueWords): [string, string][] {
  const old = new Map(linesOf(before, words));
  return linesOf(after, words).flatMap(([name, value]): [string, string][] => {
    const was = old.get(name) ?? '';
    if (was === value) return [];
    return [
      [
        name,
        name === words.aliases || name === words.options ? sayLists(was, value, words) : words.becomes(was, value),
      ],
    ];
  });
}

function sayLists(before: string, after: string, words: CatalogueWords): string {
  const [was, is] = [before, after].map((list) => list.split('、').filter((word) => word !== ''));
  const gained = (is ?? []).filter((word) => was?.includes(word) !== true);
  const lost = (was ?? []).filter((word) => is?.includes(word) !== true);
  return [
    ...(gained.length > 0 ? [words.gains(gained.join('、'))] : []),
    ...(lost.length > 0 ? [words.loses(lost.join('、'))] : []),
  ].join('；');
}

function linesOf(content: Content, words: CatalogueWords): [string, string][] {
  return [
    [words.name, content.name],
    [words.aliases, content.aliases.join('、')],
    [words.type, words.types[content.type]],
    [words.unit, content.unit ?? ''],
    [words.options, content.options?.join('、') ?? ''],
    [words.definition, content.definition],
    [words.source, content.source],
    [words.updatePeriod, words.periods[content.updatePeriod]],
    [words.sharing, words.sharings[content.sharing]],
    [words.legalBasis, content.legalBasis ?? ''],
    [words.personal, words.personals[content.personal]],
  ];
}

function Decide({ proposal: { id } }: { readonly proposal: Proposal }): ReactElement {
  const words = useCatalogueWords();
  const call = useApi();
  const queries = useQueryClient();
  const [refusing, setRefusing] = useState(false);
  const approving = useMutation({
    mutationFn: () => call(catalogue.approveProposal, { id, reason: null }),
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['proposals'] }),
        queries.invalidateQueries({ queryKey: ['elements'] }),
      ]),
  });
  if (refusing) {
    return (
      <ReplyForm
        label={words.refuseWhy}
        hint={words.refuseHint}
        refreshes={['proposals']}
        send={(reason) => call(catalogue.refuseProposal, { id, reason })}
        onClose={() => setRefusing(false)}
      />
    );
  }
  return (
    <>
      <div className="row">
        <Button kind="primary" disabled={approving.isPending} onClick={() => approving.mutate()}>
          {words.approve}
        </Button>
        <Button onClick={() => setRefusing(true)}>{words.refuse}</Button>
      </div>
      <RefusalNote error={approving.error} />
    </>
  );
}
