import { describe, expect, test } from 'vitest';
import { readHeader } from './header.ts';
import { direction, readKind } from './kind.ts';
import { readLines } from './lines.ts';
import { normalise } from './normalise.ts';
import type { Block } from './source-text.ts';

function kindOf(source: string, blocks: readonly Block[] = []): string {
  const normalised = normalise(source);
  const lines = readLines(normalised, blocks);
  return readKind(readHeader(normalised.text, lines), normalised.text, lines, blocks);
}

function directionOf(source: string): string {
  const normalised = normalise(source);
  const lines = readLines(normalised, []);
  const header = readHeader(normalised.text, lines);
  return direction(header, readKind(header, normalised.text, lines));
}

describe('titles', () => {
  test.each([
    ['关于做好春耕备耕工作的通知', 'document'],
    ['关于印发《冬修水利实施方案》的通知', 'document'],
    ['关于深化减负工作的实施意见', 'document'],
    ['关于贯彻全县经济工作会议精神的通知', 'document'],
    ['关于精简会议文件的通知', 'document'],
    ['关于加强会议管理制度的通知', 'document'],
    ['关于学习王某某讲话的通知', 'document'],
    ['关于印发财务管理办法的通知', 'document'],
    ['关于督查情况的通报', 'document'],
    ['关于做好报告文学征集的通知', 'document'],
    ['关于2026年部分节假日安排的通知', 'document'],
    ['关于召开全县冬修水利会议的通知', 'meeting-notice'],
    ['关于举办业务培训班的通知', 'meeting-notice'],
    ['关于参加全市视频会议的通知', 'meeting-notice'],
    ['关于组织收听收看全省电视电话会议的通知', 'meeting-notice'],
    ['会议通知', 'meeting-notice'],
    ['关于全县防汛工作调度会的通知', 'meeting-notice'],
    ['关于召开座谈会的函', 'letter'],
    ['关于开展安全生产大检查的通知', 'inspection-notice'],
    ['关于开展年度综合考核的通知', 'inspection-notice'],
    ['关于印发减负工作督查方案的通知', 'inspection-notice'],
    ['关于组织现场观摩评比的通知', 'inspection-notice'],
    ['2026年度考核实施方案', 'inspection-notice'],
    ['关于下达2026年造林任务的通知', 'task-order'],
    ['关于印发重点工作任务分解表的通知', 'task-order'],
    ['关于政府工作报告责任分工的意见', 'task-order'],
    ['关于督办事项交办的通知', 'task-order'],
    ['关于推广使用平安乡村APP的通知', 'platform-notice'],
    ['关于安装反诈小程序的通知', 'platform-notice'],
    ['关于规范工作群管理的通知', 'platform-notice'],
    ['关于做好信息系统填报工作的通知', 'platform-notice'],
    ['关于解决办公经费的请示', 'report-upward'],
    ['关于春耕进展情况的报告', 'report-upward'],
    ['减负工作情况汇报', 'report-upward'],
    ['关于商请提供数据的函', 'letter'],
    ['关于同意设立站点的复函', 'letter'],
    ['县委常委会会议纪要', 'minutes'],
    ['在全县减负工作会议上的讲话', 'speech'],
    ['在动员会上的表态发言', 'speech'],
    ['减负工作简报', 'briefing'],
    ['整治形式主义专报', 'briefing'],
    ['2026年工作要点', 'document'],
  ])('%s is a %s', (title, kind) => {
    expect(kindOf(`${title}\n各镇：\n请认真落实。\n清河县减负办\n2026年3月5日`)).toBe(kind);
  });
});

describe('texts without a telling title', () => {
  test.each([
    ['请各村今日下班前报送危房名单。', 'document'],
    ['线上举行，14:00开始，17:20结束，中途不得退出。', 'document'],
    ['各镇要召开会议传达学习。', 'document'],
    ['县里定期督查考核。', 'document'],
    ['', 'document'],
    ['同志们：\n今天讲三点意见。', 'speech'],
    ['各位代表：\n现在我作说明。', 'speech'],
    ['同志们，下面我讲几点。一、提高认识。', 'speech'],
    ['县政府：\n我镇道路损毁。\n妥否，请批示。', 'report-upward'],
    ['@所有人 请今晚前接龙。', 'chat-message'],
    ['王主任 09:12\n今天中午前报表。\n李书记 09:13\n收到', 'chat-message'],
    ['王主任 2026-03-02 09:12:33\n今天中午前报表。', 'chat-message'],
    ['2026-03-02 09:12 王主任\n今天中午前报表。', 'chat-message'],
    ['【会议通知】明早九点三楼开会。', 'meeting-notice'],
    ['会议时间：3月5日\n会议地点：三楼\n参会人员：各村书记', 'meeting-notice'],
    ['时间：3月5日9:00\n地点：三楼\n主持人：王某', 'meeting-notice'],
    ['活动时间：3月\n报名电话：无', 'document'],
    ['清河县烟花管理办法\n第一条 为了管理，制定本办法。\n第二条 本办法适用全县。', 'regulation'],
    ['第一章 总则\n第一条 甲。\n第二条 乙。\n第三条 丙。', 'regulation'],
    [
      '关于印发办法的通知\n各镇：\n执行。\n清河县\n2026年3月5日\n附件\n第一条 甲。\n第二条 乙。\n第三条 丙。',
      'document',
    ],
    ['户主信息登记表\n姓名\t\t性别\t\n住址\t\t电话\t', 'form'],
    ['姓名\t电话\t住址\n\t\t\n\t\t', 'form'],
    ['危房统计表\n表号：农统1\n填报单位：\n填表人：', 'form'],
    ['情况说明\n姓名：王某', 'document'],
    ['会议议定如下。\n出席：王某\n会议议定事项三条。', 'minutes'],
    ['减负工作简报\n第3期\n各镇减表三十张。', 'briefing'],
    ['关于对热线办理情况开展督办的通知\n各镇：\n请整改。', 'inspection-notice'],
    ['减负专刊\n（2026年第4期）\n各镇减表三十张。', 'briefing'],
    ['关于关停“清河通”应用的通知\n各镇：\n下月停用。', 'platform-notice'],
    ['×政办〔2026〕1号\n通知\n各村：\n按时报送。', 'document'],
  ])('%j is a %s', (source, kind) => {
    expect(kindOf(source)).toBe(kind);
  });

  test('messages of a chat log are one', () => {
    const block: Block = { start: 0, end: 4, kind: 'chat-message', sender: '王', place: { paragraph: 1 } };
    expect(kindOf('今天报表', [block])).toBe('chat-message');
  });
});

describe('direction', () => {
  test.each([
    ['清河县教育局关于开学的通知\n各镇中心校：\n照办。', 'down'],
    ['请各村今日报送名单。', 'down'],
    ['青山镇人民政府关于经费的请示\n县人民政府：\n请批示。', 'up'],
    ['青山镇人民政府关于报送材料的通知\n清河县农业农村局：\n已报送。', 'up'],
    ['清河县水利局关于商请支持的函\n清河县财政局：\n请支持。', 'peer'],
    ['清河县水利局关于报送名单的函\n各镇人民政府：\n请报送。', 'down'],
    ['青山镇人民政府关于请求支持的函\n清河县财政局：\n请支持。', 'up'],
    ['清河县教育局关于值班的通知\n机关各股室：\n照办。', 'self'],
    ['关于情况的函\n情况如下。', 'peer'],
  ])('%j goes %s', (source, expected) => {
    expect(directionOf(source)).toBe(expected);
  });
});
