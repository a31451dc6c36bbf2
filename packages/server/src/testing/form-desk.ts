import { randomUUID } from 'node:crypto';
import { demands, forms, type DeepReadonly } from '@qingzhuang/contract';
import { demandKeeper } from '../features/demands/index.ts';
import { produceForms } from '../features/forms/index.ts';
import { systemChance } from '../platform/chance.ts';
import type { Clock } from '../platform/clock.ts';
import type { DB } from '../platform/db-schema.gen.ts';
import { createMetrics } from '../platform/metrics.ts';
import { NOW, type TestApp } from './app.ts';
import { readTable } from './db.ts';
import { openGate } from './demands.ts';
import { settle, workbook, type Villager } from './forms.ts';
import type { SignedIn } from './sign-in.ts';

/** What is special about a form that a test makes. */
export interface FormWishes {
  /** Of demand and workbook. */
  readonly title?: string;
  readonly needsApproval?: boolean;
  /** The village without them. */
  readonly bearers?: readonly string[];
}

/** The people around a form, and the ways that a form takes. */
export interface FormDesk {
  readonly drafter: SignedIn;
  readonly clerk: SignedIn;
  readonly townClerk: SignedIn;
  readonly village: string;
  readonly town: string;
  settle(unit: string, people: readonly Villager[]): Promise<void>;
  bareDraft(title?: string): Promise<DeepReadonly<demands.Demand>>;
  /** A draft with a workbook of these columns. */
  draft(
    columns: readonly string[],
    wishes?: FormWishes,
  ): Promise<{ id: string; layout: DeepReadonly<forms.FormLayout> }>;
  /** The same past the gate; its id. */
  run(columns: readonly string[], wishes?: FormWishes): Promise<string>;
  withdraw(id: string): Promise<void>;
  readFill(demand: string): Promise<DeepReadonly<forms.Fill>>;
  edit(
    demand: string,
    edits: readonly forms.FillEdit[],
  ): Promise<{ readonly version: number; readonly outcomes: readonly DeepReadonly<forms.EditOutcome>[] }>;
  /** Lets the system answer what it can. */
  produce(): Promise<void>;
  readTable(table: keyof DB): Promise<string>;
}

/** Lets the system answer what it can, as it does by itself after an admission. */
export async function produce(
  { db, seals }: Pick<TestApp, 'db' | 'seals'>,
  county: string,
  clock: Clock,
): Promise<void> {
  const { answerFor } = demandKeeper;
  await produceForms({ db, seals, clock, answerFor, chance: systemChance, metrics: createMetrics() }, county);
}

export async function createFormDesk(app: TestApp, county: string): Promise<FormDesk> {
  const gate = await openGate(app.signInAs, county);
  const { drafter, office, village, town, bureau } = gate;
  const clerk = await app.signInAs('bearer-clerk', village);
  const townClerk = await app.signInAs('bearer-clerk', town);

  function bareDraft(
    title = '60周岁以上老年人花名册',
    bearers: readonly string[] = [village],
  ): Promise<DeepReadonly<demands.Demand>> {
    return drafter.call(demands.draftDemand, {
      title: `关于填报${title}的通知${randomUUID()}`,
      ask: `填报${title}`,
      issuer: bureau,
      bearers: [...bearers],
      dueAt: '2026-03-20T10:00:00Z',
      expiresOn: '2026-06-30',
      planItem: null,
      details: {
        kind: 'form',
        fields: { text: 7, number: 0, choice: 0, date: 0, longText: 0, file: 0, known: 0 },
        ...{ rows: 12, signatures: 0, prints: 0, timesPerYear: 1 },
      },
    });
  }

  const desk: FormDesk = {
    ...{ drafter, clerk, townClerk, village, town, bareDraft },
    settle: (unit, people) => settle(app, unit, people),
    async draft(columns, { title = '60周岁以上老年人花名册', bearers } = {}) {
      const { id, version } = await bareDraft(title, bearers);
      const layout = await drafter.call(forms.attachForm, { id, file: workbook(title, columns) }, { ifMatch: version });
      return { id, layout };
    },
    async run(columns, wishes = {}) {
      const { id, layout } = await desk.draft(columns, wishes);
      const { needsApproval = false } = wishes;
      const decided = await drafter.call(forms.decideForm, { id, needsApproval }, { ifMatch: layout.version });
      const submitted = await drafter.call(demands.submitDemand, { id }, { ifMatch: decided.version });
      const admission = { id, reason: '一事一议', caseByCase: true };
      const { version } = await office.call(demands.admitDemand, admission, { ifMatch: submitted.version });
      await drafter.call(demands.startDemand, { id }, { ifMatch: version });
      return id;
    },
    async withdraw(id) {
      const { version } = await drafter.call(demands.readDemand, { id });
      await drafter.call(demands.withdrawDemand, { id, reason: '停用' }, { ifMatch: version });
    },
    readFill: (demand) => clerk.call(forms.readFill, { unit: village, demand }),
    edit: (demand, edits) => clerk.call(forms.editFill, { unit: village, demand, edits: [...edits] }),
    produce: () => produce(app, county, { now: () => NOW, today: () => '2026-03-05' }),
    readTable: (table) => readTable(app.owner, table),
  };
  return desk;
}
