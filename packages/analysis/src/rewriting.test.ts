import { expect, test } from 'vitest';
import { createChecker } from './rules/check.ts';
import { struckSpan } from './rewriting.ts';

function strike(marked: string): string {
  const start = marked.indexOf('⟦');
  const end = marked.indexOf('⟧') - 1;
  const text = marked.replaceAll(/[⟦⟧]/gu, '');
  const struck = struckSpan(text, start, end);
  return text.slice(0, struck.start) + text.slice(struck.end);
}

test.each([
  ['各村报名单，⟦附照片⟧，周五前交。', '各村报名单，周五前交。'],
  ['各村报名单，⟦附照片⟧。', '各村报名单。'],
  ['按时报送。⟦逾期通报。⟧下一条', '按时报送。下一条'],
  ['按时报送。⟦逾期通报⟧。下一条', '按时报送。下一条'],
  ['一、照旧。\n二、⟦每日打卡⟧。\n三、', '一、照旧。\n\n三、'],
  ['三、⟦实行日报⟧。自5月起执行。', '三、自5月起执行。'],
  ['⟦附照片⟧，周五前交。', '周五前交。'],
])('%s becomes %s', (marked, expected) => {
  expect(strike(marked)).toBe(expected);
});

test('what is offered resolves the finding it is offered for', () => {
  const text = '各村每天下午五点前在群里报进度。会议期间不得请假。完成后拍照上传。';
  const checker = createChecker();
  const { findings } = checker.check(text);
  const offered = findings.filter(({ rewrite }) => rewrite !== null);
  expect(offered.length).toBeGreaterThan(1);
  for (const { ruleId, start, end, rewrite } of offered) {
    const span = rewrite === '' ? struckSpan(text, start, end) : { start, end };
    const revised = text.slice(0, span.start) + (rewrite ?? '') + text.slice(span.end);
    expect(checker.check(revised).findings.map((finding) => finding.ruleId)).not.toContain(ruleId);
  }
});

test('a deadline that is too short is offered a later day, by the working calendar', () => {
  const { findings } = createChecker().check('请各村于9月30日18时前报送名单。', {
    receivedAt: '2026-09-30T09:00+08:00',
  });
  expect(findings.find(({ ruleId }) => ruleId === 'report/rush')?.rewrite).toBe('10月10日前');
});
