import type { InboxTask } from './queries.ts';

/** What is open to a bearer with a task. */
export interface MayDo {
  /** Neither answered nor returned, and the code obliges. */
  readonly isDue: boolean;
  /** An answer, or another one, is taken. */
  readonly mayAnswer: boolean;
  /** It can still be sent back, where there is a reason. */
  readonly mayReturn: boolean;
}

export function mayDo({ codeState, state }: Pick<InboxTask, 'codeState' | 'state'>): MayDo {
  const isUnsettled = state === 'new' || state === 'opened';
  const isValid = codeState === 'admitted';
  return {
    isDue: isValid && isUnsettled,
    mayAnswer: isValid && (isUnsettled || state === 'answered'),
    mayReturn: isUnsettled,
  };
}
