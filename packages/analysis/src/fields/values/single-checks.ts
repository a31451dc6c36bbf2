/** One answer by itself: its type, the codes that its label names, and what it may be at most. */
import type { Day } from '../../schedule/local-time.ts';
import { spokenLabel, type AnswerFault, type CheckedField } from './answer-fault.ts';
import { foldCode } from './folding.ts';
import { identityViewOf } from './identity-views.ts';
import { readBankAccount, readCreditCode, readDisabilityCertificate, readPostcode } from './registered-codes.ts';
import { readValue } from './read-value.ts';
import { isValue, type ValueFaultCode, type ValueReading } from './value-reading.ts';

const CODES: readonly (readonly [label: RegExp, read: (raw: string) => ValueReading])[] = [
  [/社会信用代码/, readCreditCode],
  [/(?:银行|一卡通|打卡|收款|社保卡).*(?:账|帐|卡)号|^(?:账|帐|卡)号$|银行(?:账|帐)户$/, readBankAccount],
  [/邮政编码|邮编/, readPostcode],
  [/残疾(?:人)?证(?:编)?号/, readDisabilityCertificate],
];

/** Faults of one answer; none for an empty one. */
export function checkSingle(field: CheckedField, at: number, answer: string, today: Day): AnswerFault[] {
  if (saysNone(field, answer)) return [];
  const reading = readAnswer(field, answer, today);
  if (!isValue(reading)) {
    const { code, message, suggestion } = reading.fault;
    const severity = MAY_BE_MEANT.has(code) ? 'doubtful' : 'wrong';
    return code === 'empty' ? [] : [{ field: at, code, severity, message, suggestion }];
  }
  const doubt = rangeDoubt(field, reading.value, today);
  return doubt === null ? [] : [{ field: at, code: 'out-of-range', suggestion: null, ...doubt }];
}

/** A rough number, an answer that a list forgot and an old division keep nobody from sending what he knows. */
const MAY_BE_MEANT: ReadonlySet<ValueFaultCode> = new Set<ValueFaultCode>([
  'approximate',
  'not-an-option',
  'unknown-division',
]);

const NONE = /^(?:无|没有|暂无|不详|未知|不清楚|不涉及|不适用|无此项)$/;
const WITHOUT_END = /^(?:长期(?:有效)?|永久(?:有效)?|无固定期限|至今|现在)$/;

/** Nobody needs a bank account, a grade of disability or an end of validity; how many there are is a number, be it 0. */
function saysNone({ type, label }: CheckedField, answer: string): boolean {
  const words = foldCode(answer);
  if (type === 'date' && /有效|期限|截止|终止|结束|到期|止/.test(label.join('')) && WITHOUT_END.test(words))
    return true;
  return type !== 'number' && type !== 'boolean' && NONE.test(words);
}

function readAnswer(field: CheckedField, answer: string, today: Day): ValueReading {
  const label = spokenLabel(field);
  const code = field.type === 'text' ? CODES.find(([pattern]) => pattern.test(label)) : undefined;
  if (code !== undefined) return code[1](answer);
  // The last four digits are no number that a checksum could judge.
  const isPartialView = field.type === 'identity-number' && identityViewOf(field.label) !== 'whole';
  return readValue(answer, isPartialView ? 'text' : field.type, field.options, { today, unit: field.unit });
}

type Doubt = Pick<AnswerFault, 'severity' | 'message'>;

const COUNTED = /^(?:人|户|个|名|口|座|处|间|栋|家|件|次|头|只|套|台)$/;
const MAY_BE_NEGATIVE = /增减|增长|净|变化|差|温度|气温|盈|亏|利润|海拔|高程/;
const OLDEST = 130;
/** Of these, a day to come cannot be right, unless it is planned. */
const PLANNED = /预计|计划|拟|应/;
const PAST = /出生|入党|入伍|退役|参加工作|死亡|去世|结婚|毕业|转正|脱贫|返贫/;

function rangeDoubt(field: CheckedField, value: string, today: Day): Doubt | null {
  const label = spokenLabel(field);
  if (field.type === 'date') {
    const isToCome = PAST.test(label) && !PLANNED.test(label) && value > today.slice(0, value.length);
    return isToCome ? { severity: 'wrong', message: `${value} 还没有到，请核对日期。` } : null;
  }
  return field.type === 'number' ? numberDoubt(label, field.unit, Number(value)) : null;
}

interface NumberAnswer {
  readonly label: string;
  readonly unit: string;
  readonly value: number;
}

const NUMBER_DOUBTS: readonly ((answer: NumberAnswer) => Doubt | null)[] = [
  ({ label, value }) =>
    /年龄|周岁/.test(label) && !label.includes('平均') && (value < 0 || value > OLDEST)
      ? { severity: 'wrong', message: `年龄填了 ${value}，请核对。` }
      : null,
  ({ label, value }) =>
    value < 0 && !MAY_BE_NEGATIVE.test(label) ? { severity: 'doubtful', message: '填了负数，请再看一眼。' } : null,
  ({ label, unit, value }) =>
    COUNTED.test(unit) && !Number.isInteger(value) && !label.includes('均')
      ? { severity: 'doubtful', message: `按“${unit}”计数一般是整数，填的是 ${value}，请再看一眼。` }
      : null,
  ({ label, unit, value }) =>
    unit === '%' && value > 100 && !MAY_BE_NEGATIVE.test(label)
      ? { severity: 'doubtful', message: `填了 ${value}%，超过 100%，请再看一眼。` }
      : null,
];

function numberDoubt(label: string, unit: string | null, value: number): Doubt | null {
  for (const judge of NUMBER_DOUBTS) {
    const doubt = judge({ label, unit: unit ?? '', value });
    if (doubt !== null) return doubt;
  }
  return null;
}
