/** Sex, birth and age of a person against their identity number. */
import type { Day } from '../../schedule/local-time.ts';
import type { AnswerFault } from './answer-fault.ts';
import { chooseOption } from './choice-value.ts';
import { ageOn } from './derive.ts';
import type { SensedField } from './field-sense.ts';
import { birthDateOf, readIdentityNumber, sexOf } from './identity-number.ts';
import { readValue } from './read-value.ts';
import { isValue } from './value-reading.ts';

/** Ages counted by the calendar year or to the end of a year differ by one. */
const AGE_LEEWAY = 1;

/** Faults of the fields about the same person as each readable identity number. */
export function checkPersons(senses: readonly SensedField[], answers: readonly string[], today: Day): AnswerFault[] {
  return senses
    .filter(({ sense }) => sense === 'identity-number')
    .flatMap(({ at, about }) => {
      const reading = readIdentityNumber(answers[at] ?? '', today);
      if (!isValue(reading)) return [];
      const others = senses.filter((other) => other.about === about && other.at !== at);
      return others.flatMap((other) => againstNumber(reading.value, other, answers[other.at] ?? '', today) ?? []);
    });
}

function againstNumber(number: string, { at, sense }: SensedField, answer: string, today: Day): AnswerFault | null {
  const expected = expectedOf(number, sense, answer, today);
  if (expected === null || answer.trim() === '') return null;
  const { words, value } = expected;
  return {
    field: at,
    code: 'against-identity-number',
    severity: 'wrong',
    message: `填的是“${answer.trim()}”，按身份证号应为${words}，请核对这两格。`,
    suggestion: value,
  };
}

/** What the number says instead; null where both agree or nothing can be said. */
function expectedOf(
  number: string,
  sense: SensedField['sense'],
  answer: string,
  today: Day,
): { words: string; value: string } | null {
  if (sense === 'sex') return differing(chooseOption(answer, ['男', '女']), sexOf(number));
  if (sense === 'birth-date') {
    const reading = readValue(answer, 'date');
    return isValue(reading)
      ? differing(reading.value, birthDateOf(number)?.slice(0, reading.value.length) ?? null)
      : null;
  }
  return sense === 'age' ? expectedAge(number, answer, today) : null;
}

function differing(answered: string | null, expected: string | null): { words: string; value: string } | null {
  return answered === null || expected === null || answered === expected ? null : { words: expected, value: expected };
}

function expectedAge(number: string, answer: string, today: Day): { words: string; value: string } | null {
  const reading = readValue(answer, 'number', null, { unit: '岁' });
  const age = ageOn(birthDateOf(number), today);
  if (!isValue(reading) || age === null) return null;
  const difference = Math.abs(Number(reading.value) - Number(age));
  return difference <= AGE_LEEWAY ? null : { words: `${age} 岁`, value: age };
}
