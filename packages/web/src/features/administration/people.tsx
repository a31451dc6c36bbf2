import { people } from '@qingzhuang/contract';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useDeferredValue, useState } from 'react';
import { useApi } from '../../api.tsx';
import { Button } from '../../ui/button.tsx';
import { TextEntry } from '../../ui/entry.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { useUnits } from '../../units.ts';
import { useAdministrationWords } from '../../messages/administration.ts';
import { useWords } from '../../words.tsx';
import { AwaitingPosts } from './awaiting-posts.tsx';
import { OneTimePassword, PersonDesk, type Person } from './person-desk.tsx';

const LONGEST_NAME = 40;
const SHOWN_AT_ONCE = 50;

/** Everybody of the county with a search; one is opened at a time. */
export function People(): ReactElement {
  const {
    administration: { people: words },
  } = useAdministrationWords();
  const [search, setSearch] = useState('');
  const [open, setOpen] = useState<string | null>(null);
  const { data, error, hasNextPage, fetchNextPage } = usePeople(useDeferredValue(search.trim()));
  const persons = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <div className="administration">
      <section className="panel stack">
        <h2>{words.title}</h2>
        <TextEntry label={words.search} type="search" value={search} onChange={setSearch} />
        <RefusalNote error={error} />
        {data && persons.length === 0 && <p className="soft">{words.none}</p>}
        <ul className="lines">
          {persons.map((person) => (
            <PersonLine
              key={person.id}
              person={person}
              isOpen={person.id === open}
              onOpen={() => setOpen(person.id === open ? null : person.id)}
            />
          ))}
        </ul>
        {hasNextPage && <Button onClick={() => void fetchNextPage()}>{words.more}</Button>}
      </section>
      <div className="stack">
        <AwaitingPosts />
        <NewPerson onMade={setOpen} />
      </div>
    </div>
  );
}

function usePeople(q: string) {
  const call = useApi();
  return useInfiniteQuery({
    queryKey: ['people', q],
    queryFn: ({ pageParam }) =>
      call(people.listPeople, {
        limit: SHOWN_AT_ONCE,
        ...(q !== '' && { q }),
        ...(pageParam !== null && { cursor: pageParam }),
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: (previous) => previous,
  });
}

interface PersonLineProps {
  readonly person: Person;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}

function PersonLine({ person, isOpen, onOpen }: PersonLineProps): ReactElement {
  const {
    administration: { people: words },
  } = useAdministrationWords();
  const { roles } = useWords();
  const { data: units = [] } = useUnits();
  const names = new Map(units.map(({ code, name }) => [code, name]));
  const { name, username, active, posts } = person;
  return (
    <li>
      <span className="lines-main">
        {name} <span className="soft">{username}</span> {!active && <span className="tag">{words.inactive}</span>}
        <small>
          {posts.length === 0
            ? words.noPosts
            : posts.map(({ unit, role }) => `${names.get(unit) ?? unit} · ${roles[role]}`).join('；')}
        </small>
      </span>
      <Button aria-expanded={isOpen} aria-label={words.open(name)} onClick={onOpen}>
        {words.act} {isOpen ? '▴' : '▾'}
      </Button>
      {isOpen && <PersonDesk person={person} />}
    </li>
  );
}

function NewPerson({ onMade }: { readonly onMade: (id: string) => void }): ReactElement {
  const {
    administration: { people: words },
  } = useAdministrationWords();
  const call = useApi();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [username, setUsername] = useState('');
  const making = useMutation({
    mutationFn: () => call(people.createPerson, { name, username }),
    onSuccess({ person }) {
      setName('');
      setUsername('');
      onMade(person.id);
      return queries.invalidateQueries({ queryKey: ['people'] });
    },
  });
  return (
    <form
      className="panel stack"
      onSubmit={(event) => {
        event.preventDefault();
        making.mutate();
      }}
    >
      <h2>{words.add}</h2>
      <TextEntry label={words.name} value={name} onChange={setName} longest={LONGEST_NAME} required />
      <TextEntry label={words.username} value={username} onChange={setUsername} longest={LONGEST_NAME} required />
      <div>
        <Button kind="primary" type="submit" disabled={making.isPending}>
          {words.create}
        </Button>
      </div>
      {making.data && <OneTimePassword name={making.data.person.name} password={making.data.oneTimePassword} />}
      <RefusalNote error={making.error} />
    </form>
  );
}
