import { type DeepReadonly, type Endpoint, forms, Refusal } from '@qingzhuang/contract';
import {
  useMutation,
  type UseMutationResult,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useApi } from '../../../api.tsx';
import type { Demand } from '../queries.ts';

export type Layout = DeepReadonly<forms.FormLayout>;
export type LayoutField = Layout['forms'][number]['fields'][number];
export type Assessment = DeepReadonly<forms.FormAssessment>;

/** The form of a demand; null where it sends none. */
export function useLayout({ id, version }: Demand): UseQueryResult<Layout | null> {
  const call = useApi();
  return useQuery({
    queryKey: ['layout', id, version],
    queryFn: () => call(forms.readFormLayout, { id }).catch(nullWithoutForm),
    placeholderData: (before) => before,
  });
}

function nullWithoutForm(error: unknown): null {
  if (error instanceof Refusal && error.code === 'no-such-record') return null;
  throw error;
}

/** What the form costs, and what would cost less. */
export function useAssessment({ demand, version }: Layout): UseQueryResult<Assessment> {
  const call = useApi();
  return useQuery({
    queryKey: ['assessment', demand, version],
    queryFn: () => call(forms.assessForm, { id: demand }),
    placeholderData: (before) => before,
  });
}

type InputOf<Asked> = Asked extends Endpoint<infer Input, unknown> ? Input : never;

/** What a drafter decides about the form; only what changes is sent. */
export type Decisions = Omit<InputOf<typeof forms.decideForm>, 'id'>;

export type FormChange =
  { readonly decide: Decisions } | { readonly attach: File } | { readonly read: string } | { readonly remove: true };

/** Attaches, reads, decides or removes; the demand is screened again and read anew. */
export function useFormChange({ id, version }: Demand): UseMutationResult<unknown, Error, FormChange> {
  const call = useApi();
  const queries = useQueryClient();
  const ifMatch = { ifMatch: version };
  return useMutation({
    mutationFn(change: FormChange): Promise<unknown> {
      if ('decide' in change) return call(forms.decideForm, { id, ...change.decide }, ifMatch);
      if ('attach' in change) return call(forms.attachForm, { id, file: change.attach }, ifMatch);
      if ('read' in change) return call(forms.attachForm, { id, sha256: change.read }, ifMatch);
      return call(forms.removeForm, { id }, ifMatch);
    },
    // Its version is another one now, also where somebody else was quicker.
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['demand', id] }),
        queries.invalidateQueries({ queryKey: ['history', id] }),
      ]),
  });
}
