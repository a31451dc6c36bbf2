import { forms, inbox, type DeepReadonly } from '@qingzhuang/contract';
import {
  useMutation,
  type UseMutationResult,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useApi } from '../../api.tsx';
import { askFill, type Fill } from '../../fills.ts';
import { copied } from '../../offline/copied.ts';
import { nameDeed } from '../../offline/name-deed.ts';
import { perform, useDeeds } from '../../offline/outbox.ts';

export type FillKey = Pick<Fill, 'unit' | 'demand'>;

export function useFill({ unit, demand }: FillKey): UseQueryResult<Fill> {
  const call = useApi();
  return useQuery(copied(['fill', unit, demand], () => askFill(call, unit, demand)));
}

/** The demand's code, for the foot of a printed form. */
export function useCode({ unit, demand }: FillKey): string | null {
  const call = useApi();
  const { data } = useQuery(copied(['task', unit, demand], () => call(inbox.readTask, { unit, demand })));
  return data?.code ?? null;
}

/** What is done with a whole form. */
export type FillStep =
  | { readonly do: 'submit' | 'approve' }
  | { readonly do: 'send-back'; readonly words: string }
  | { readonly do: 'reopen'; readonly words: string };

/** Does it, after all edits; null when there is no line, and it goes out by itself. What is sent is what was shown. */
export function useFillStep(
  { unit, demand, seen }: Pick<Fill, 'unit' | 'demand' | 'seen'>,
  kept: () => Promise<void>,
): UseMutationResult<DeepReadonly<forms.FillStanding> | null, Error, FillStep> {
  const queries = useQueryClient();
  return useMutation({
    async mutationFn(step) {
      await kept();
      return doStep({ unit, demand }, step, seen);
    },
    onSettled: (standing) => {
      if (standing === null) return;
      for (const queryKey of [['fill', unit, demand], ['task', unit, demand], ['inbox', unit], ['awaiting-fills']]) {
        void queries.invalidateQueries({ queryKey });
      }
    },
  });
}

function doStep(
  key: FillKey,
  step: FillStep,
  seen: string | undefined,
): Promise<DeepReadonly<forms.FillStanding> | null> {
  const input = { ...key, event: nameDeed() };
  const subject = `${key.unit}/${key.demand}`;
  switch (step.do) {
    case 'submit':
      return perform(forms.submitFill, { ...input, ...(seen !== undefined && { seen }) }, { subject, name: 'submit' });
    case 'approve':
      return perform(forms.approveFill, input, { subject, name: 'decide' });
    case 'send-back':
      return perform(forms.sendBackFill, { ...input, words: step.words }, { subject, name: 'decide' });
    case 'reopen': {
      const words = step.words.trim();
      return perform(forms.reopenFill, { ...input, ...(words !== '' && { words }) }, { subject, name: 'decide' });
    }
  }
}

/** Whether the form was sent from this device and has not arrived yet. */
export function useWaits({ unit, demand }: FillKey): boolean {
  return useDeeds(`${unit}/${demand}`).some(
    ({ name, refusal }) => refusal === null && name !== 'fill' && name !== 'open' && name !== 'time',
  );
}
