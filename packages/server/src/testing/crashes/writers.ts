import { randomUUID } from 'node:crypto';
import { demands, inbox, Refusal, signIn, type DeepReadonly } from '@qingzhuang/contract';
import type { Clerk, Ledger } from './ledger.ts';

type Demand = DeepReadonly<demands.Demand>;

/** A file that has been stored for a demand, and who may read it. */
export interface Stored {
  readonly bytes: string;
  readonly read: () => Promise<Uint8Array>;
}

/** What the writers have been promised, by kind. */
export interface Promised {
  /** The highest version that was acknowledged, by demand. */
  readonly versions: Map<string, number>;
  /** The same for what a bearer does with one. */
  readonly tasks: Map<string, number>;
  readonly files: Stored[];
  /** Of every demand that was drafted: each stands for one. */
  readonly titles: string[];
}

export interface Office {
  readonly promised: Promised;
  readonly drafter: Clerk;
  readonly bearer: Clerk;
  readonly bearerUnit: string;
  /** Brings demands through the gate, one after the other, until it is told to stop. */
  work(kind: 'answer' | 'return', isOver: () => boolean): Promise<void>;
}

/** The people of the demo county who write. */
export async function openOffice(ledger: Ledger): Promise<Office> {
  const clerks = [ledger.clerk('nigao'), ledger.clerk('jianfu'), ledger.clerk('cun')] as const;
  const [drafter, office, bearer] = await Promise.all(clerks);
  const [issuer, bearerUnit] = await Promise.all([unitOf(drafter), unitOf(bearer)]);
  const promised: Promised = { versions: new Map(), tasks: new Map(), files: [], titles: [] };

  function note<Kept extends Demand>(demand: Kept): Kept {
    promised.versions.set(demand.id, demand.version);
    return demand;
  }

  async function* steps(kind: 'answer' | 'return'): AsyncGenerator {
    const title = `关于${kind === 'answer' ? '核对' : '报送'}名单${randomUUID()}的通知`;
    promised.titles.push(title);
    const draft = note(await (kind === 'answer' ? draftTask(title) : draftFile(title)));
    const ask = { id: draft.id };
    yield;
    const submitted = note(await drafter.write(demands.submitDemand, ask, draft.version));
    yield;
    const admitted = note(await admit(submitted));
    yield;
    note(await drafter.write(demands.startDemand, ask, admitted.version));
    yield;
    const deed = { unit: bearerUnit, demand: draft.id, event: randomUUID() };
    const task = await (kind === 'answer' ? answer(deed) : bearer.write(inbox.returnTask, deed));
    promised.tasks.set(draft.id, task.version);
  }

  /** Others change the register meanwhile; the demand has then been screened anew and is decided on as it is now. */
  async function admit({ id, version }: Pick<Demand, 'id' | 'version'>): Promise<Demand> {
    const decision = { id, reason: '一事一议', caseByCase: true };
    return office.write(demands.admitDemand, decision, version).catch((error: unknown) => {
      if (!(error instanceof Refusal) || error.code !== 'screening-outdated') throw error;
      return admit({ id, version: error.facts.version ?? version });
    });
  }

  function draftTask(title: string): Promise<Demand> {
    return drafter.write(demands.draftDemand, {
      ...{ title, ask: '核对 12 户名单', issuer, bearers: [bearerUnit], planItem: null },
      ...{ dueAt: '2099-03-06T10:00:00Z', expiresOn: '2099-06-30' },
      details: { kind: 'task', duty: null, reports: 0, visits: 12, photos: 0, people: 1, days: 0, timesPerYear: 1 },
    });
  }

  /** Its text gives the bearer grounds to return it. */
  async function draftFile(title: string): Promise<Demand> {
    const bytes = `${title}\n各村民委员会：\n请各村于今日下班前报送名单，每日上报进展并上传现场照片，逾期通报批评。\n`;
    const file = new File([bytes], '通知.txt');
    const read = await drafter.write(demands.draftFromFile, { issuer, file });
    const [stored] = read.files;
    if (stored === undefined) throw new Error('The file of the draft is missing.');
    const where = { id: read.id, sha256: stored.sha256 };
    promised.files.push({ bytes, read: () => drafter.call(demands.readDemandFile, where) });
    const { ask, dueAt, expiresOn, planItem, details } = read;
    const draft = { title, ask, issuer, bearers: [bearerUnit], dueAt, expiresOn, planItem, details };
    return drafter.write(demands.reviseDemand, { id: note(read).id, ...draft }, read.version);
  }

  async function answer(deed: { unit: string; demand: string; event: string }): Promise<DeepReadonly<inbox.Task>> {
    const bytes = `${deed.demand} 的答复 ${'名单 '.repeat(5000)}`;
    const file = new File([bytes], '名单.txt');
    const { sha256 } = await bearer.write(inbox.handInFile, { unit: bearerUnit, file });
    const task = await bearer.write(inbox.answerTask, { ...deed, text: '已办结', files: [sha256] });
    const where = { id: deed.demand, unit: bearerUnit, sha256 };
    promised.files.push({ bytes, read: () => bearer.call(inbox.readAnswerFile, where) });
    return task;
  }

  return {
    ...{ promised, drafter, bearer, bearerUnit },
    async work(kind, isOver) {
      while (!isOver()) {
        const life = steps(kind);
        while (!isOver() && (await life.next()).done !== true);
      }
    },
  };
}

async function unitOf({ call }: Clerk): Promise<string> {
  const { posts } = await call(signIn.readMe);
  return posts[0]?.unit ?? '';
}
