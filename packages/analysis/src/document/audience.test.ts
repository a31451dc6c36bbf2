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
