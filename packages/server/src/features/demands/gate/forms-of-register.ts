/** Forms with fields in common, told apart by whether they run: what the rules on forms go by. */
import { isSameSeries } from '../inbox/tasks/bearer-task.ts';
import type { Registers, RunningForm, StoppedForm } from './gate-facts.ts';

/** The form of a draft, and those that share fields with it, as the module of forms gives them. */
interface FormOfDraft {
  readonly labels: readonly string[];
  readonly held: readonly string[];
  readonly others: readonly OtherForm[];
}

interface OtherForm extends RunningForm {
  readonly fields: number;
  readonly state: string;
  readonly endedOn: string | null;
}

/**
 * Brought to an end before its time, or not renewed. One that was answered and closed has done what it was for, and one
 * that is asked for another month is the same.
 */
const STOPPED: readonly string[] = ['withdrawn', 'suspended', 'expired'];

/** What is registered of forms; nothing for a draft without one. */
export function registersOfForm(
  form: FormOfDraft | undefined,
  title: string,
): Pick<Registers, 'ownLabels' | 'heldLabels' | 'forms' | 'stoppedForms'> {
  if (form === undefined) return { ownLabels: null, forms: null };
  const { labels, held, others } = form;
  return {
    ...{ ownLabels: labels, heldLabels: held },
    forms: others.filter(({ endedOn }) => endedOn === null).map(asRunning),
    stoppedForms: others.flatMap((other): StoppedForm[] => {
      const { endedOn, fields, state } = other;
      if (endedOn === null || !STOPPED.includes(state) || isSameSeries(other.title, title)) return [];
      return [{ ...asRunning(other), fields, endedOn }];
    }),
  };
}

function asRunning({ id, title, labels }: OtherForm): RunningForm {
  return { id, title, labels };
}
