import { describe, expect, test } from 'vitest';
import { createChecker } from './check.ts';
import { ConfigurationError } from './settings.ts';

const checker = createChecker();

function severities(text: string, ruleId: string): (string | null)[][] {
  return checker
    .check(text)
    .findings.filter((finding) => finding.ruleId === ruleId)
    .map(({ severity, exemption }) => [severity, exemption && `${exemption.class} ${exemption.grade}`]);
}

function idsOf({ findings }: ReturnType<typeof checker.check>): string[] {
  return findings.map(({ ruleId }) => ruleId);
}

describe('exemptions lower a finding by what stands in the text', () => {
  test.each([
    ['各站每天报送疫情数。', 'report/daily-zero', 'error', null],
    ['依有关法律规定,各站每天报送疫情数。', 'report/daily-zero', 'warning', 'LAW bare'],
    ['依照传染病防治法,各站每天报送疫情数。', 'report/daily-zero', 'info', 'LAW named'],
    ['依照《传染病防治法》第三十条,各站每天报送疫情数。', 'report/daily-zero', 'info', 'LAW shown'],
    ['防汛Ⅱ级应急响应期间,各镇每天报送水情。', 'report/daily-zero', 'info', 'EMERG shown'],
    ['事急从权,各村今日下班前报送人数。', 'report/rush', 'info', 'EMERG bare'],
  ])('%s', (text, ruleId, severity, exemption) => {
    expect(severities(text, ruleId)).toEqual([[severity, exemption]]);
  });

  test('an emergency that is only claimed passes at once and is reviewed', () => {
    const [finding] = checker.check('情况紧急,各村今日下班前报送人数。').findings;
    expect(finding?.message).toContain('48小时');
  });
});

describe('what a finding points to', () => {
  const text = '關於春耕的通知\n各村：\n　　请每天报送減負(fù)進度，没有的也要报“零”。\n';

  test('the quote is the slice of the text as extracted, damage and all', () => {
    for (const { start, end, quote } of checker.check(text).findings) {
      expect(quote).not.toBe('');
      expect(text.slice(start, end)).toBe(quote);
    }
  });

  test('the place of a text without structure is its paragraph', () => {
    const [finding] = checker.check('各村:\n\n请每天报送进度。').findings;
    expect(finding?.place).toEqual({ paragraph: 3 });
  });

  test('findings stand in the order of the text', () => {
    const starts = checker.check(text).findings.map(({ start }) => start);
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  });
});

describe('settings', () => {
  const sentence = '各村于收到之日起三个工作日内报送名单。';

  test('a stricter preset reports what the national one accepts', () => {
    const strict = createChecker({ extends: ['strict'], rules: { 'report/rush': ['error', { floorDays: 5 }] } });
    const at = { receivedAt: '2026-03-02T08:00+08:00' };
    expect(idsOf(checker.check(sentence, at))).not.toContain('report/rush');
    expect(idsOf(strict.check(sentence, at))).toContain('report/rush');
  });

  test('a rule that is off stays silent, and a level is taken as given', () => {
    const quiet = createChecker({ rules: { 'report/daily-zero': 'off' } });
    const hinting = createChecker({ rules: { 'report/daily-zero': 'info' } });
    const daily = '各村每天报送进度。';
    expect(quiet.check(daily).findings.map(({ ruleId }) => ruleId)).not.toContain('report/daily-zero');
    expect(hinting.check(daily).findings.find(({ ruleId }) => ruleId === 'report/daily-zero')?.severity).toBe('info');
  });

  test('every mistake of a configuration is named at once', () => {
    const mistaken = {
      extends: ['nowhere-1900'],
      rules: { 'report/rash': 'error', 'report/rush': ['error', { floorDay: 3 }] },
      suppressions: [{ rule: 'report/rush', reason: ' ' }],
    } as const;
    expect(() => createChecker(mistaken)).toThrow(ConfigurationError);
    try {
      createChecker(mistaken);
    } catch (error) {
      expect((error as ConfigurationError).mistakes).toHaveLength(4);
    }
  });
});

describe('suppressions', () => {
  const text = '各村每天报送进度。';
  const suppression = { rule: 'report/daily-zero', quote: '每天', reason: '县政府批准', until: '2026-06-30' };
  const suppressing = createChecker({ suppressions: [suppression] });

  test('a suppressed finding is moved aside with its reason', () => {
    const { findings, suppressed } = suppressing.check(text, { today: '2026-06-30' });
    expect(findings.map(({ ruleId }) => ruleId)).not.toContain('report/daily-zero');
    expect(suppressed).toMatchObject([{ ruleId: 'report/daily-zero', reason: '县政府批准', by: 'configuration' }]);
  });

  test('an expired one suppresses nothing', () => {
    const { findings } = suppressing.check(text, { today: '2026-07-01' });
    expect(findings.map(({ ruleId }) => ruleId)).toContain('report/daily-zero');
  });

  test('one for another file suppresses nothing', () => {
    const other = createChecker({ suppressions: [{ ...suppression, path: 'other.docx' }] });
    const { findings } = other.check(text, { path: 'notice.docx', today: '2026-06-01' });
    expect(findings.map(({ ruleId }) => ruleId)).toContain('report/daily-zero');
  });
});

describe('texts that say little', () => {
  test.each(['', '   \n\t\n', '。。。', '📎📎📎', 'x'.repeat(100_000), '('.repeat(50_000)])(
    'a text like %j has no findings and no error',
    (text) => {
      expect(checker.check(text).findings).toEqual([]);
    },
  );

  test('a text of masked words is unreadable, which is no all-clear', () => {
    const { document, findings } = checker.check('**'.repeat(40) + '报' + '××'.repeat(40));
    expect(document.unreadable || document.bodyCharacters < 5).toBe(true);
    expect(findings).toEqual([]);
  });
});

describe('a document beside its superior’s', () => {
  const ABOVE = '各县要在汛前逐一排查病险水库、低洼路段和地质灾害点，列出清单。每季度走访一次独居老人。';
  const BELOW = '各村要在汛前逐一排查病险水库、低洼路段和地质灾害点，列出清单。每月走访一次独居老人。';
  const checker = createChecker();

  test('is told what it took over and what it raised, with the words of the superior', () => {
    const { findings } = checker.check(BELOW, { superiors: [ABOVE] });
    const raised = findings.find(({ ruleId }) => ruleId === 'task/target-raised');

    expect(findings.map(({ ruleId }) => ruleId)).toContain('lineage/copied');
    expect(raised).toMatchObject({ quote: '每月走访一次' });
    expect(raised?.message).toContain('“每季度走访一次');
    expect(raised?.message).not.toContain('未核对');
  });

  test('has no finding of lineage alone', () => {
    const { findings } = checker.check(BELOW);

    expect(findings.filter(({ ruleId }) => ruleId.startsWith('lineage/'))).toEqual([]);
  });
});

// A pattern that looks to the end of the text from each of its signs would need minutes.
test.each([' ', '《', '"', '(', '\n', '：\n', '1', '一、', '附件', '抄送：', '。\n'])(
  'a text of nothing but %j is read in a moment',
  (sign) => {
    const { findings } = createChecker().check(sign.repeat(200_000 / sign.length));

    expect(findings).toEqual([]);
  },
  20_000,
);
