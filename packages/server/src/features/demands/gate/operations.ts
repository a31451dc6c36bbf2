import type { DeepReadonly, demands } from '@qingzhuang/contract';
import { holdsRole } from '../../../platform/actor.ts';
import type { Acting } from '../../../platform/context.ts';
import { capsLeft, datedSettings } from '../../caps/index.ts';
import { formOfDraft } from '../../forms/index.ts';
import type { KnownFacts, ScreeningFacts } from '../screening.ts';
import { countAsked } from '../consultations/store.ts';
import { NO_REGISTERS } from './gate-facts.ts';
import { registersOfForm } from './forms-of-register.ts';
import { gateSettings, meetingCalendar, settingsOfGate, valuesOf } from './settings.ts';
import { findGateFacts, listReached } from './store.ts';
import { listAlikeTexts } from '../texts/store.ts';

type Draft = DeepReadonly<demands.DemandDraft>;

/** The draft with everyone who would have to take part among its bearers. */
export async function nameAllBearers({ db, actor }: Acting, draft: Draft): Promise<Draft> {
  return { ...draft, bearers: await listReached(db, actor.county, draft) };
}

/** A draft, and what the checker says about its text. */
export interface Screened {
  readonly id: string;
  readonly draft: Draft;
  readonly document: ScreeningFacts['document'];
}

/** Reads what screening needs to know. */
export async function findScreeningFacts(acting: Acting, { id, draft, document }: Screened): Promise<KnownFacts> {
  const { actor, clock, db } = acting;
  const today = clock.today();
  const settings = await datedSettings(db, { day: today });
  const county = valuesOf(settings);
  const left = await capsLeft(db, draft.issuer, today);
  const { kind } = draft.details;
  const asking = { county: actor.county, id, draft, today, settings: county };
  return {
    document,
    settings: gateSettings(county),
    settingVersions: Object.fromEntries(
      settingsOfGate(settings).flatMap(({ key, version }) => (version > 0 ? [[key, version]] : [])),
    ),
    gate: {
      ...(await findGateFacts(db, asking)),
      alikeTexts: document === null ? [] : await listAlikeTexts(db, asking),
      caps: left.caps.map(({ measure, granted, used }) => ({ of: measure, limit: granted, used })),
      registers: {
        ...NO_REGISTERS,
        ...meetingCalendar(county),
        ...registersOfForm(await formOfDraft(db, { county: actor.county, demand: id }), draft.title),
        opinions: await countAsked(db, { county: actor.county, id }),
        plan: left.hasPlan ? left.planItems.filter((item) => item.kind === kind).map(({ number }) => number) : null,
      },
    },
    isOffice: holdsRole(actor, 'office', draft.issuer),
    now: clock.now().toISOString(),
    today,
  };
}
