import { describe, expect, test } from 'vitest';
import { readHeader, type Header } from './header.ts';
import { readLines } from './lines.ts';
import { normalise } from './normalise.ts';
import { fastestOf } from '../testing/processor-time.ts';

function headerOf(source: string): Header & { readonly text: string } {
  const normalised = normalise(source);
  return { ...readHeader(normalised.text, readLines(normalised, [])), text: normalised.text };
}

const BODY = '现将有关事项通知如下，请认真抓好落实。';

describe('layouts', () => {
  test.each<[name: string, source: string, expected: Record<string, unknown>]>([
    [
      'a red-head notice of a county office',
      `000012\n机密★1年\n特急\n清河县人民政府办公室文件\n清政办发〔2026〕12号\n清河县人民政府办公室\n关于做好春耕备耕工作的通知\n各镇人民政府、各街道办事处，县直各有关单位：\n${BODY}\n附件：1.名单\n2.表\n清河县人民政府办公室\n2026年3月5日\n（此件公开发布）\n抄送：县委办，县人大办。\n清河县人民政府办公室　　2026年3月6日印发`,
      {
        docNumber: '清政办发〔2026〕12号',
        issuer: '清河县人民政府办公室',
        title: '清河县人民政府办公室关于做好春耕备耕工作的通知',
        genre: '通知',
        recipients: ['各镇人民政府', '各街道办事处', '县直各有关单位'],
        copyTo: ['县委办', '县人大办'],
        date: '2026-03-05',
        printedDate: '2026-03-06',
        urgency: '特急',
        secrecy: '机密',
        note: '此件公开发布',
      },
    ],
    [
      'an upward request with its signatory beside the number',
      `清河县教育局文件\n清教字〔2026〕3号　　　　　签发人：王某某\n关于解决校舍维修经费的请示\n县人民政府：\n我县有校舍三处待修。\n妥否，请批示。\n清河县教育局\n二〇二六年三月五日`,
      {
        docNumber: '清教字〔2026〕3号',
        issuer: '清河县教育局',
        title: '关于解决校舍维修经费的请示',
        genre: '请示',
        recipients: ['县人民政府'],
        date: '2026-03-05',
        signatory: '王某某',
      },
    ],
    [
      'the letter format, number at the right edge',
      `清河县水利局\n清水函〔2026〕7号\n清河县水利局关于商请提供资料的函\n县自然资源局：\n${BODY}\n清河县水利局\n2026年3月5日`,
      { docNumber: '清水函〔2026〕7号', issuer: '清河县水利局', genre: '函', recipients: ['县自然资源局'] },
    ],
    [
      'a white-head notice without number',
      `关于报送农房台账的通知\n各村（社区）：\n${BODY}\n青山镇人民政府\n2026年3月5日`,
      {
        docNumber: null,
        issuer: '青山镇人民政府',
        title: '关于报送农房台账的通知',
        recipients: ['各村(社区)'],
        date: '2026-03-05',
      },
    ],
    [
      'joint issuers above one 文件',
      `中共清河县委办公室\n清河县人民政府办公室\n文件\n清办发〔2026〕9号\n关于印发《冬修水利方案》的通知\n各镇党委：\n${BODY}\n中共清河县委办公室\n清河县人民政府办公室\n2026年3月5日`,
      {
        docNumber: '清办发〔2026〕9号',
        issuer: '中共清河县委办公室、清河县人民政府办公室',
        title: '关于印发《冬修水利方案》的通知',
        genre: '通知',
        recipients: ['各镇党委'],
      },
    ],
    [
      'the minutes of a meeting',
      `清河县人民政府常务会议纪要\n〔2026〕5号\n2026年3月5日\n会议议定以下事项。\n出席：王某\n`,
      { genre: '纪要', date: '2026-03-05' },
    ],
    [
      'an order',
      `清河县人民政府令\n第8号\n《清河县烟花管理办法》已经讨论通过，现予公布。\n县长　王某某\n2026年3月5日`,
      { docNumber: '第8号', issuer: '清河县人民政府', genre: '命令', date: '2026-03-05' },
    ],
    [
      'a public announcement with a serial number',
      `清河县自然资源局公告\n2026年第5号\n根据有关规定，现公告如下。\n清河县自然资源局\n2026年3月5日`,
      { docNumber: '2026年第5号', issuer: '清河县自然资源局', genre: '公告', date: '2026-03-05' },
    ],
    [
      'a museum as issuer of a letter',
      `清河县档案馆\n档函〔2026〕6号\n关于征集资料的函\n各镇人民政府：\n${BODY}\n清河县档案馆\n2026年3月5日`,
      { issuer: '清河县档案馆', docNumber: '档函〔2026〕6号', genre: '函' },
    ],
    [
      'a forwarding title does not name its issuer',
      `转发区卫健局关于筛查工作的通知\n各服务站：\n${BODY}\n青山街道社区卫生服务中心\n2026年3月5日`,
      { issuer: '青山街道社区卫生服务中心', genre: '通知' },
    ],
    [
      'a briefing with issuer and date on one line',
      `减负工作简报\n第12期\n清河县减负办　　　　2026年3月5日\n各镇压减报表三十张，成效明显。`,
      { issuer: '清河县减负办', date: '2026-03-05', docNumber: null, genre: null },
    ],
    [
      'a forwarding notice: the genre is the outermost',
      `清河县卫生健康局转发市卫生健康委\n关于开展健康体检工作报告的通知\n清卫发〔2026〕4号\n各卫生院：\n${BODY}\n清河县卫生健康局\n2026年3月5日`,
      {
        title: '清河县卫生健康局转发市卫生健康委关于开展健康体检工作报告的通知',
        genre: '通知',
        issuer: '清河县卫生健康局',
        docNumber: '清卫发〔2026〕4号',
      },
    ],
    [
      'a title over four centred lines',
      `清河县人民政府\n关于印发清河县乡村建设行动\n经费使用和项目管理\n实施细则的通知\n清政发〔2026〕1号\n各镇人民政府：\n${BODY}`,
      { title: '清河县人民政府关于印发清河县乡村建设行动经费使用和项目管理实施细则的通知', genre: '通知' },
    ],
    [
      'the number in square brackets with 第 and zeros',
      `关于开展普查的通知\n清统字[2026]第008号\n各镇：\n${BODY}`,
      { docNumber: '清统字[2026]第008号', recipients: ['各镇'] },
    ],
    [
      'the number in round brackets',
      `青山镇人民政府文件\n青政发（2026）15号\n关于环境整治的通知\n各村：\n${BODY}`,
      { docNumber: '青政发(2026)15号', issuer: '青山镇人民政府' },
    ],
    [
      'a masked place in the number',
      `×政阅〔2026〕3号\n关于县域医共体建设的报告\n县委：\n情况报告如下。`,
      { docNumber: '×政阅〔2026〕3号', genre: '报告', recipients: ['县委'] },
    ],
    [
      'a number that was masked is none',
      `清政发〔2026〕××号\n关于春耕的通知\n各镇：\n${BODY}`,
      { docNumber: null, title: '关于春耕的通知' },
    ],
    [
      'a cited number is not its own',
      `关于春耕的通知\n各镇：\n根据清政发〔2025〕9号文件要求，抓好春耕。\n清河县农业农村局\n2026年3月5日`,
      { docNumber: null, issuer: '清河县农业农村局' },
    ],
    [
      'a trial marker after the genre',
      `清河县政务公开工作意见（试行）\n各镇：\n${BODY}`,
      { title: '清河县政务公开工作意见(试行)', genre: '意见' },
    ],
    [
      'a plan has a title but no genre',
      `清河县冬修水利实施方案\n为做好冬修，制定本方案。`,
      { title: '清河县冬修水利实施方案', genre: null },
    ],
    [
      'signature and date on one line',
      `会议通知\n各村书记：\n明天上午开会，不得请假。\n青山镇党政办 2026年3月5日`,
      { title: '会议通知', issuer: '青山镇党政办', date: '2026-03-05', recipients: ['各村书记'] },
    ],
    [
      'a signature without a date',
      `关于防汛的紧急通知\n各村：\n今晚有暴雨，请转移群众。\n青山镇防汛抗旱指挥部`,
      { issuer: '青山镇防汛抗旱指挥部', date: null, genre: '通知' },
    ],
    [
      'urgency and secrecy on one line',
      `秘密 特急\n清河县委文件\n清发〔2026〕2号\n关于信访工作的意见\n各镇党委：\n${BODY}`,
      { urgency: '特急', secrecy: '秘密', docNumber: '清发〔2026〕2号', genre: '意见' },
    ],
    [
      'bare levels share the body of the last',
      `关于安全检查的通知\n各县、区人民政府，市直各单位（企业、院校）：\n${BODY}`,
      { recipients: ['各县、区人民政府', '市直各单位(企业、院校)'] },
    ],
    [
      'recipients on two lines',
      `关于安全检查的通知\n各镇人民政府、各街道办事处、县直各有关部门，\n各驻县单位：\n${BODY}`,
      { recipients: ['各镇人民政府', '各街道办事处', '县直各有关部门', '各驻县单位'] },
    ],
    [
      'a label line is no recipient',
      `会议通知\n时间：3月5日\n地点：三楼\n青山镇党政办\n2026年3月2日`,
      { recipients: [], title: '会议通知', issuer: '青山镇党政办' },
    ],
    [
      'a person is a recipient',
      `关于提案办理的答复\n王某某委员：\n您提出的提案收悉。\n清河县交通运输局\n2026年3月5日`,
      { title: '关于提案办理的答复', recipients: ['王某某委员'], genre: null },
    ],
    [
      'spaced marks and a spaced genre',
      `青 山 镇 人 民 政 府 文 件\n青政〔2026〕6号\n关于消防检查的通　知\n各村：\n${BODY}`,
      { issuer: '青山镇人民政府', title: '关于消防检查的通知', docNumber: '青政〔2026〕6号' },
    ],
    [
      'a reply letter',
      `清河县人民政府办公室\n关于同意设立站点的复函\n清政办函〔2026〕2号\n县文旅局：\n你局请示收悉。`,
      { genre: '函', issuer: '清河县人民政府办公室', title: '清河县人民政府办公室关于同意设立站点的复函' },
    ],
    [
      'a printed table of fields above the text',
      `索 引 号：\tQH-01\t主题分类：\t农业\n发文机关：\t清河县人民政府\t成文日期：\t2026年03月05日\n标　　题：\t清河县人民政府关于春灌的通知\n发文字号：\t清政发〔2026〕1号\n各镇人民政府：\n${BODY}`,
      {
        docNumber: '清政发〔2026〕1号',
        issuer: '清河县人民政府',
        title: '清河县人民政府关于春灌的通知',
        date: '2026-03-05',
      },
    ],
    [
      'a sentence with its addressee',
      '各村：今日下班前报送名单。',
      { recipients: ['各村'], title: null, issuer: null, date: null },
    ],
    [
      'a lone sentence',
      '请各村今日下班前报送危房名单。',
      { recipients: [], title: null, issuer: null, docNumber: null },
    ],
    ['a lone order that ends like a list', '各村今日报送危房清单', { title: null, genre: null }],
    ['a salutation', '同志们：\n今天开会，讲三点意见。', { title: null, issuer: null }],
    ['nothing', '', { title: null, issuer: null, recipients: [], date: null }],
  ])('%s', (_, source, expected) => {
    const { issuer, title, ...header } = headerOf(source);
    expect({ ...header, issuer: issuer?.name ?? null, title: title?.text ?? null }).toMatchObject(expected);
  });
});

test('the time for many lines that look like a head grows with their number', () => {
  for (const piece of [
    '清政发〔2026〕\n',
    '文件\n',
    '清河县教育局\n',
    '2026年3月5日\n',
    '抄送：甲、',
    '关于',
    '各镇、',
  ]) {
    expect(fastest(piece.repeat(100_000 / piece.length))).toBeLessThan(
      40 * Math.max(2, fastest(piece.repeat(10_000 / piece.length))),
    );
  }
});

function fastest(source: string): number {
  const normalised = normalise(source);
  const lines = readLines(normalised, []);
  return fastestOf(2, () => readHeader(normalised.text, lines));
}
