/** No I, L, O, U, 0 and 1: what is copied from a slip of paper must not look like something else. */
const ALPHABET = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';
const CHARACTERS = 16;
const GROUPS = /(.{4})(?=.)/g;

/** How many random bytes one code takes. */
export const CODE_BYTES = CHARACTERS * 2;

/** A code of 78 random bits as `ABCD-EFGH-JKMN-PQRS`. */
export function spellCode(random: Uint8Array): string {
  // Two bytes for a character: the remainder favours none of them by more than one in two thousand.
  const letters = Array.from({ length: CHARACTERS }, (_, index) => {
    const number = (random[index * 2] ?? 0) * 256 + (random[index * 2 + 1] ?? 0);
    return ALPHABET.charAt(number % ALPHABET.length);
  });
  return letters.join('').replace(GROUPS, '$1-');
}

/** The one spelling of a code, however it was typed; undefined when it is none. */
export function readCode(typed: string): string | undefined {
  const code = typed.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '');
  return code.length === CHARACTERS ? code.replace(GROUPS, '$1-') : undefined;
}

/** The six digits that were typed, full-width ones included, or undefined. */
export function readDigits(typed: string): string | undefined {
  const digits = typed.normalize('NFKC').replace(/\s/g, '');
  return /^\d{6}$/.test(digits) ? digits : undefined;
}
