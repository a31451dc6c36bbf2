/** Writes docs/access.md: the table that the access tests hold the program against, in words. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { endpoints } from '../packages/contract/src/index.ts';
import { accessRows, type AccessRow, type Circle } from '../packages/server/src/access/matrix.ts';
import { RELATIONS, ROLES, type Outcome } from '../packages/server/src/access/table.ts';

const CIRCLES: Readonly<Record<Exclude<Circle, 'roles'>, string>> = {
  anyone: 'Without an account',
  everyone: 'With any account of the county, by session or token',
  'in-person': 'With any account, about oneself, in a session and never by token',
};
/** What is asked of some endpoints is nothing that they take, and tells all the same that they were reached. */
const HEARD: ReadonlySet<Outcome> = new Set(['yes', 'unsupported']);
const IN_COUNTY = RELATIONS.filter((relation) => relation !== 'another-county');

const page = [
  '# Who reaches what',
  '',
  'Written by `tools/generate-access-page.ts` from `packages/server/src/access/table.ts`; the tests beside the table ask',
  'every endpoint as every role from every place of the tree, without an account, and by tokens for some of the posts.',
  '',
  ...Object.entries(CIRCLES).flatMap(([circle, title]) =>
    listOf(
      title,
      accessRows.filter((row) => row.circle === circle),
    ),
  ),
  '## By role',
  '',
  'The words say where the unit of the record stands as seen from the post: the **own** unit, one **below**, one',
  '**above**, **elsewhere** in the county. **All** is all of them; **all but own** leaves the decision on the own demand',
  'to somebody else. Nobody reaches a record of another county. Office, leader, supervisor and auditor exist at units of',
  'the county alone, the administrator at the county itself.',
  '',
  `| endpoint | what | ${ROLES.join(' | ')} |`,
  `| --- | --- |${' --- |'.repeat(ROLES.length)}`,
  ...accessRows.filter(({ circle }) => circle === 'roles').map(lineOf),
  '',
].join('\n');

const file = join(import.meta.dirname, '../docs/access.md');
writeFileSync(file, await format(page, { ...(await resolveConfig(file)), filepath: file }));

function listOf(title: string, rows: readonly AccessRow[]): string[] {
  return [`## ${title}`, '', ...rows.map(({ name }) => `- ${nameOf(name)}: ${summaryOf(name)}`), ''];
}

function lineOf({ name, cells }: AccessRow): string {
  const columns = ROLES.map((role) => {
    const own = cells.filter((cell) => cell.role === role && cell.relation !== 'another-county');
    const standing = own.filter(({ outcome }) => outcome !== 'no-such-post');
    const reached = standing.filter(({ outcome }) => HEARD.has(outcome)).map(({ relation }) => relation);
    if (reached.length === 0) return '–';
    if (reached.length === standing.length) return 'all';
    const allButOwn = IN_COUNTY.slice(1).every((relation) => reached.includes(relation));
    return allButOwn ? 'all but own' : reached.join(', ');
  });
  return `| ${nameOf(name)} | ${summaryOf(name)} | ${columns.join(' | ')} |`;
}

/** The endpoint's name as code, and what it is asked about. */
function nameOf(name: string): string {
  const [endpoint = '', ...about] = name.split(' ');
  return [`\`${endpoint}\``, ...about].join(' ');
}

function summaryOf(name: string): string {
  return Object.entries(endpoints).find(([known]) => known === name.split(' ')[0])?.[1].summary ?? '';
}
