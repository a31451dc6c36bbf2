/** Whether the register says more about a demand than those who decide about it have been shown. */
import type { DeepReadonly, demands } from '@qingzhuang/contract';
import type { Demand, DemandEvent } from './demand.ts';

type Screening = DeepReadonly<demands.Screening>;
type Finding = Screening['register'][number];

/** Admissions take turns at a cap and are refused by it in its own words. */
const COUNTED_AT_ADMISSION = 'gate/over-cap';
/** Two that call the same people at the same time: no fault of the draft, but somebody has to give way. */
const CLASH_OF_TIMES = 'gate/overlap';

/** Whether the fresh screening finds an error, or a clash of times, that the one before did not name. */
export function findsMore(before: Screening, fresh: Screening): boolean {
  const shown = new Set(before.register.flatMap(namesOf));
  return fresh.register.filter(mustBeSeen).some((finding) => namesOf(finding).some((name) => !shown.has(name)));
}

function mustBeSeen({ ruleId, severity, exemption }: Finding): boolean {
  if (exemption !== null || ruleId === COUNTED_AT_ADMISSION) return false;
  return severity === 'error' || ruleId === CLASH_OF_TIMES;
}

/** What a finding is known by: its rule and each demand that it names. Figures in its sentence may change meanwhile. */
function namesOf({ ruleId, demands: others }: Finding): string[] {
  return others.length === 0 ? [ruleId] : others.map((other) => `${ruleId} ${other}`);
}

/** What a screening that finds more brings about: a demand that waits for its own lead may now need the office. */
export function rescreened(
  { state, submittedBy }: Demand,
  { before, fresh }: { readonly before: Screening; readonly fresh: Screening },
): DemandEvent[] {
  const screening = afterFirst(before, fresh);
  const { coordination: reasons } = screening;
  const climbs = submittedBy !== null && state === 'screened' && reasons.length > 0;
  return [
    { type: 'demand-screened', screening },
    ...(climbs ? [{ type: 'coordination-asked' as const, reasons }] : []),
  ];
}

/** A screening that is not the first: that one knew for whom the drafter acts. */
export function afterFirst(before: Screening | null, fresh: Screening): Screening {
  const kept = before?.coordination.filter((reason) => reason === 'own-unit' && !fresh.coordination.includes(reason));
  return { ...fresh, coordination: [...fresh.coordination, ...(kept ?? [])] };
}
