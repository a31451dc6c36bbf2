import { describe, expect, test } from 'vitest';
import { readDocument } from './read-document.ts';

function read(text: string): ReturnType<typeof readDocument> {
  return readDocument({ text, blocks: [], tables: [], unread: [] });
}

function imposed(text: string): string {
  return read(text)
    .statements.map((statement) => statement.imposed)
    .join('\n');
}

describe('a paper for residents', () => {
  test('is a notice addressed to them alone', () => {
    expect(read('关于缴费的通知\n各位业主:\n请附照片。').forResidents).toBe(true);
    expect(read('关于缴费的通知\n各村、各位业主:\n请附照片。').forResidents).toBe(false);
    expect(read('关于走访的通知\n全体社区工作者:\n请附照片。').forResidents).toBe(false);
  });

  test('asks nothing of bearers unless it names them outright', () => {
    const notice = '关于缴费的通知\n各位家长:\n请上传照片。\n班主任须每天上报人数。';

    expect(imposed(notice)).not.toContain('上传照片');
    expect(imposed(notice)).toContain('班主任须每天上报人数');
  });

  test('is a charter of villagers, but not the appraisal rules of a township', () => {
    const articles = '\n第一条 为了村容。\n第二条 柴草堆放整齐。\n第三条 照片公布。';

    expect(read(`石桥村村规民约${articles}`).forResidents).toBe(true);
    expect(read(`石桥村积分办法${articles.replace('为了村容', '经村民代表会议表决通过')}`).forResidents).toBe(true);
    expect(read(`石桥镇考核办法${articles}`).forResidents).toBe(false);
  });
});

describe('a text in which no public body speaks to those below', () => {
  test.each([
    '路灯改造工程招标公告\n投标人须每日上传照片。',
    '2026年国庆值班表\n值班人员须每日上报人数。',
    '关于作息的通知\n公司各车间、各部门:\n班组长须每日上报产量。\n清源纺织有限公司\n2026年6月25日',
  ])('asks nothing of them: %s', (text) => {
    expect(imposed(text).replaceAll(/[□\n]/gu, '')).not.toContain('每日上');
  });

  test.each([
    '关于路灯的通知\n各村:\n须每日上报人数。\n清源路灯有限公司\n2026年6月25日',
    '关于报送值班表的通知\n各镇:\n须每日上报人数。',
  ])('is not what is sent to villages and towns: %s', (text) => {
    expect(imposed(text)).toContain('每日上报人数');
  });

  test.each([
    '清源县水利局2026年汛期值班安排\n局属水文站每日8时报送雨量。',
    '绿野奶牛合作社管理制度\n第一条 饲养员须每日报送存栏数。\n第二条 社员须每日清扫。',
    '关于第118号提案的答复\n刘某某委员:\n县直部门要求村级每日报送的表格有四种。',
  ])('nor does what a body plans for itself, a firm rules or an answer tells: %s', (text) => {
    expect(imposed(text)).not.toContain('报送');
  });

  test('nor does a lecture', () => {
    expect(imposed('党校讲义:从填表到办事\n每天报送照片,没有照片等于没做。')).not.toContain('照片');
  });
});
