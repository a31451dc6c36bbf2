import { describe, expect, test } from 'vitest';
import { makeControlCode, readControlCode } from './control-code.ts';

const CODE = makeControlCode({ county: 'QH', year: 2026, random: new Uint8Array([7, 19, 3, 15]) });
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const DIGITS = '0123456789';
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** What may stand in each of the ten places. */
const ALPHABETS = [LETTERS, LETTERS, DIGITS, DIGITS, ...Array<string>(6).fill(CROCKFORD)];
/** Corners and some from the middle; the code is linear, so what holds for one holds for all. */
const CODES = [
  CODE,
  makeControlCode({ county: 'AA', year: 2000, random: new Uint8Array(4) }),
  makeControlCode({ county: 'ZZ', year: 2099, random: new Uint8Array(4).fill(255) }),
  makeControlCode({ county: 'LU', year: 2011, random: new Uint8Array([1, 16, 1, 0]) }),
];

describe('making a code', () => {
  test('it has the shape of the example', () => {
    expect(CODE).toMatch(/^QH26-7K3F-[0-9A-HJKMNP-TV-Z]{2}$/);
  });

  test('it is always the same, or old codes would become invalid', () => {
    expect(CODES).toEqual(['QH26-7K3F-P1', 'AA00-0000-00', 'ZZ99-ZZZZ-PY', 'LU11-1G10-7V']);
  });

  test('five bits of each byte of chance are used, and no more than four bytes', () => {
    const random = new Uint8Array([7 + 32, 19 + 64, 3 + 128, 15 + 224, 255]);

    expect(makeControlCode({ county: 'QH', year: 2026, random })).toBe(CODE);
  });

  test.each([
    ['I in the county', { county: 'QI' }],
    ['O in the county', { county: 'OH' }],
    ['a small letter', { county: 'qh' }],
    ['a digit in the county', { county: 'Q1' }],
    ['one letter', { county: 'Q' }],
    ['three letters', { county: 'QHX' }],
    ['a Chinese county', { county: '清河' }],
    ['the year 1999', { year: 1999 }],
    ['the year 2100', { year: 2100 }],
    ['half a year', { year: 2026.5 }],
    ['three bytes of chance', { random: new Uint8Array(3) }],
  ])('%s is thrown out', (_, change) => {
    expect(() => makeControlCode({ county: 'QH', year: 2026, random: new Uint8Array(4), ...change })).toThrow(
      RangeError,
    );
  });
});

describe('reading what people type', () => {
  test.each(CODES)('%s as it is printed', (code) => {
    expect(readControlCode(code)).toEqual({ code });
  });

  test.each([
    ['small letters', 'qh26-7k3f-p1'],
    ['no dashes', 'QH267K3FP1'],
    ['spaces', ' QH26 7K3F P1 '],
    ['dashes elsewhere', 'QH-26-7K-3F-P1'],
    ['long dashes', 'QH26—7K3F–P1'],
    ['a minus sign', 'QH26−7K3F−P1'],
    ['underscores', 'QH26_7K3F_P1'],
    ['full-width characters', 'ＱＨ２６－７Ｋ３Ｆ－Ｐ１'],
    ['small full-width letters and wide spaces', 'ｑｈ２６\u3000７ｋ３ｆ\u3000ｐ１'],
    ['many spaces', `${' '.repeat(88)}QH26-7K3F-P1`],
    ['invisible characters', '\ufeffQH26\u200b7K3F\u00adP1\n'],
  ])('%s', (_, text) => {
    expect(readControlCode(text)).toEqual({ code: CODE });
  });

  test.each(['LUII-LGIO-7V', 'luil-lglo-7v', '1U11-1G1O-7V', 'IU1L-1G10-7V'])(
    'I, L and 1, and O and 0, are read as what can stand there: %s',
    (text) => {
      expect(readControlCode(text)).toEqual({ code: 'LU11-1G10-7V' });
    },
  );

  test('a 0 where a letter must stand might be D or Q, and is not guessed', () => {
    expect(readControlCode('0H26-7K3F-P1')).toEqual({ fault: 'characters', suggestion: CODE });
    expect(readControlCode('OH26-7K3F-P1')).toEqual({ fault: 'characters', suggestion: CODE });
  });
});

describe('what is not a code', () => {
  test.each([
    ['nothing', ''],
    ['dashes', '---'],
    ['one character less', 'QH26-7K3F-P'],
    ['one character more', 'QH26-7K3F-P1S'],
    ['an essay', 'QH26-7K3F-P1'.repeat(100)],
    ['a code after too many spaces', `${' '.repeat(89)}QH26-7K3F-P1`],
    ['letters that unfold into many', '\ufdfa'.repeat(100)],
  ])('%s has the wrong length', (_, text) => {
    expect(readControlCode(text)).toEqual({ fault: 'length' });
  });

  test.each([
    ['two digits for the county', '2H2H-7K3F-P1'],
    ['Chinese characters', '清河26-7K3F-P1'],
    ['two U where none can stand', 'QH26-UU3F-P1'],
    ['signs', 'QH26-7K3F-@#'],
    ['characters outside the basic plane', '𝟘😀26-7K3F-P😀'],
    ['a word of ten letters', 'CONSTRUCTO'],
  ])('%s cannot stand there', (_, text) => {
    expect(readControlCode(text)).toEqual({ fault: 'characters' });
  });

  test('a wrong check is found, and the right code suggested', () => {
    expect(readControlCode('QH26-7K3F-P2')).toEqual({ fault: 'checksum', suggestion: CODE });
  });

  test('two wrong characters may leave nothing to suggest', () => {
    expect(readControlCode('QH26-7K3F-1P')).toEqual({ fault: 'checksum' });
  });
});

describe.each(CODES)('no slip turns %s into another code', (code) => {
  const characters = charactersOf(code);

  test('one wrong character of all there are is noticed, and the right code suggested', () => {
    for (const [place, character] of characters.entries()) {
      for (const other of '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ$清') {
        const reading = readControlCode(characters.with(place, other).join(''));
        const meant = 'code' in reading ? reading.code : reading.suggestion;

        expect(meant).toBe(code);
        if ('code' in reading && other !== character) expect(character + other).toMatch(/^(1[IL]|L[1I]|0O)$/);
      }
    }
  });

  test('any two wrong characters are noticed', () => {
    const typed = [...pairsOfPlaces()].flatMap(([one, other]) =>
      alphabetAt(one).flatMap((first) =>
        alphabetAt(other).map((second) => characters.with(one, first).with(other, second).join('')),
      ),
    );
    const others = typed.filter((text) => text !== characters.join(''));

    expect(others.length).toBeGreaterThan(28_000);
    expect(others.filter((text) => 'code' in readControlCode(text))).toEqual([]);
  });

  test('a suggestion is always a code, one character away', () => {
    for (const [one, other] of pairsOfPlaces()) {
      const typed = characters.with(one, '5').with(other, 'X');
      const reading = readControlCode(typed.join(''));
      if ('code' in reading || reading.suggestion === undefined) continue;
      const suggested = charactersOf(reading.suggestion);

      expect(readControlCode(reading.suggestion)).toEqual({ code: reading.suggestion });
      expect(suggested.filter((character, place) => character !== typed[place])).toHaveLength(1);
    }
  });
});

test('neighbours exchanged are noticed in each of 20,000 codes, unless the code reads the same', () => {
  const unnoticed = [...manyCodes(20_000)].flatMap((code) =>
    exchangeNeighbours(charactersOf(code)).filter((typed) => {
      const reading = readControlCode(typed);
      // L and 1 on the border between letters and digits are each read as the other.
      return 'code' in reading && !(reading.code === code && typed.startsWith('1L', 1));
    }),
  );

  expect(unnoticed).toEqual([]);
});

test('about one of a thousand random texts of the right shape is a code', () => {
  const texts = [...manyCodes(20_000)].map((code, index) => {
    const check = `${CROCKFORD.charAt((index * 7) % 32)}${CROCKFORD.charAt((index * 11 + 3) % 32)}`;
    return code.slice(0, -2) + check;
  });
  const accepted = texts.filter((text) => 'code' in readControlCode(text)).length;

  expect(accepted).toBeGreaterThan(5);
  expect(accepted).toBeLessThan(45);
});

function* pairsOfPlaces(): Generator<[one: number, other: number]> {
  for (let one = 0; one < 10; one += 1) for (let other = one + 1; other < 10; other += 1) yield [one, other];
}

function charactersOf(code: string): readonly string[] {
  return Array.from(code.replaceAll('-', ''));
}

function alphabetAt(place: number): readonly string[] {
  return Array.from(ALPHABETS[place] ?? '');
}

function exchangeNeighbours(characters: readonly string[]): readonly string[] {
  return characters.flatMap((left, place) => {
    const right = characters[place + 1];
    return right === undefined || right === left ? [] : [characters.toSpliced(place, 2, right, left).join('')];
  });
}

/** Codes of all counties, years and characters, the same in every run (a linear congruential generator). */
function* manyCodes(count: number): Generator<string> {
  let state = 1;
  function next(most: number): number {
    state = (state * 48_271) % 2_147_483_647;
    return state % most;
  }
  for (let made = 0; made < count; made += 1) {
    const county = LETTERS.charAt(next(24)) + LETTERS.charAt(next(24));
    const random = Uint8Array.from({ length: 4 }, () => next(256));
    yield makeControlCode({ county, year: 2000 + next(100), random });
  }
}
