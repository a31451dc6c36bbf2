import { randomUUID } from 'node:crypto';
import type { Field } from '@qingzhuang/analysis';
import { demands, isCountyBlock } from '@qingzhuang/contract';
import { admitDemand, demandKeeper, takeStep } from '../../features/demands/operations.ts';
import { submitFill } from '../../features/forms/filling/sending/operations.ts';
import { attachForm, decideForm } from '../../features/forms/layout/operations.ts';
import { act, actorFor, type CountyWorld } from '../county-world.ts';
import { workbook } from '../forms.ts';
import type { Ask } from './request.ts';

const NAME: Field = {
  ...{ label: ['姓名'], cell: 'A2', row: 2, column: 1, type: 'text', unit: null },
  ...{ options: null, isComputed: false },
};

/** A list of one column, as it is read from a workbook. */
const READ = {
  file: { sha256: 'a'.repeat(64), name: '名单.xlsx' },
  forms: [
    {
      form: {
        ...{ sheet: '表1', table: 0, title: '名单', period: null, frequency: null, unit: null },
        marks: { formNo: null, maker: null, approvalNo: null, validUntil: null },
        shape: 'list' as const,
        fields: [NAME],
        rows: { first: 3, last: 7 },
      },
      matches: [{ element: null, confidence: 1, derived: null, candidates: [] }],
    },
  ],
};

interface WithForm {
  readonly id: string;
  readonly version: number;
}

interface Wanted {
  readonly bearers?: readonly string[];
  readonly needsApproval?: boolean;
}

/** A draft of this issuer with a form. */
async function drafted(world: CountyWorld, issuer: string, wanted: Wanted = {}): Promise<WithForm> {
  const { bearers, needsApproval = false } = wanted;
  const { id } = await world.demand(issuer, 'draft', bearers === undefined ? {} : { bearers: [...bearers] });
  const drafter = actorFor('drafter', issuer);
  const attached = await act(world, drafter, (acting) => attachForm(acting, { id, layout: READ }, world, demandKeeper));
  if (!needsApproval) return { id, version: attached.version };
  return act(world, drafter, async (acting) => {
    const { version } = await decideForm(acting, { id, needsApproval }, world, demandKeeper);
    return { id, version };
  });
}

/** The same, past the gate. */
async function running(world: CountyWorld, issuer: string, wanted?: Wanted): Promise<string> {
  const { id } = await drafted(world, issuer, wanted);
  const drafter = actorFor('drafter', issuer);
  await act(world, drafter, (acting) => takeStep(acting, id, { do: 'submit' }));
  await act(world, actorFor('leader', world.units.county), (acting) =>
    admitDemand(acting, { id, reason: '一事一议', caseByCase: true }),
  );
  await act(world, drafter, (acting) => takeStep(acting, id, { do: 'start' }));
  return id;
}

function borneBy(world: CountyWorld, unit: string, needsApproval = false): Promise<string> {
  return running(world, world.units.bureau, { bearers: [unit], needsApproval });
}

async function sentBy(world: CountyWorld, unit: string, needsApproval = false): Promise<string> {
  const demand = await borneBy(world, unit, needsApproval);
  const { answerFor } = demandKeeper;
  await act(world, actorFor('bearer-clerk', unit), (acting) =>
    submitFill(acting, { unit, demand, event: randomUUID() }, { seals: world.seals, answerFor }),
  );
  return demand;
}

function deed(more: Readonly<Record<string, unknown>> = {}): Ask {
  return async (world, unit) => ({ input: { unit, demand: await borneBy(world, unit), event: randomUUID(), ...more } });
}

/** The form of a village that waits for the town that is asked about. */
function awaiting(more: Readonly<Record<string, unknown>> = {}): Ask {
  return async (world, town) => {
    const unit = isCountyBlock(town) ? world.units.village : `${town.slice(0, 9)}201`;
    await world.actor('bearer-clerk', unit);
    return { input: { unit, demand: await sentBy(world, unit, true), event: randomUUID(), ...more } };
  };
}

export const formRequests = {
  'readFormLayout of a draft': async (world, unit) => ({ input: { id: (await drafted(world, unit)).id } }),
  'readFormLayout of one that is running': async (world, unit) => ({ input: { id: await running(world, unit) } }),
  attachForm: async (world, issuer) => {
    const drafter = await world.actor('drafter', issuer);
    const file = workbook(`村民花名册${randomUUID()}`, ['序号', '姓名', '联系电话']);
    const { id, version, files } = await drafter.call(demands.draftFromFile, { issuer, file });
    return { input: { id, sha256: files[0]?.sha256 }, ifMatch: version };
  },
  decideForm: async (world, unit) => {
    const { id, version } = await drafted(world, unit);
    return { input: { id, needsApproval: true }, ifMatch: version };
  },
  removeForm: async (world, unit) => {
    const { id, version } = await drafted(world, unit);
    return { input: { id }, ifMatch: version };
  },
  'assessForm of a draft': async (world, unit) => ({ input: { id: (await drafted(world, unit)).id } }),
  'assessForm of one that is running': async (world, unit) => ({ input: { id: await running(world, unit) } }),
  readReuse: () => ({ input: {} }),
  exportReuse: () => ({ input: {} }),
  readFill: async (world, unit) => ({ input: { unit, demand: await borneBy(world, unit) } }),
  readFillRows: async (world, unit) => {
    const cursor = Buffer.from(JSON.stringify(['', 0])).toString('base64url');
    return { input: { unit, demand: await borneBy(world, unit), cursor } };
  },
  editFill: async (world, unit) => {
    const edits = [{ event: randomUUID(), do: 'add-row', form: 0, row: randomUUID() }];
    return { input: { unit, demand: await borneBy(world, unit), edits } };
  },
  submitFill: deed(),
  reopenFill: async (world, unit) => ({
    input: { unit, demand: await sentBy(world, unit), event: randomUUID(), words: '有一行不对' },
  }),
  'approveFill of a village': awaiting(),
  'sendBackFill of a village': awaiting({ words: '请补上电话' }),
  exportFill: async (world, unit) => ({ input: { unit, demand: await borneBy(world, unit) } }),
  exportFills: async (world, unit) => ({ input: { id: await running(world, unit) } }),
  listAwaitingFills: (_, unit) => ({ input: { unit } }),
} satisfies Readonly<Record<string, Ask>>;
