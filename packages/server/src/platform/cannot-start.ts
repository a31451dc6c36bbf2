export type StartCode =
  | 'bad-settings'
  | 'cancelled'
  | 'data-directory-in-use'
  | 'data-directory-unusable'
  | 'database-newer'
  | 'database-unreachable'
  | 'migration-edited'
  | 'no-database-program'
  | 'port-in-use'
  | 'seal-key-missing';

/** The program cannot start, for a reason that its operator can mend. The message says which, in Chinese and English. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
  readonly code: StartCode;

  constructor(code: StartCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
