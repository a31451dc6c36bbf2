import { describe, expect, test } from 'vitest';
import { normalise } from './normalise.ts';
import { UNKNOWN } from './normalised.ts';
import { fastestOf } from '../testing/processor-time.ts';

describe('folding', () => {
  test.each([
    ['各镇，各街道：（一）报送！％；？', '各镇,各街道:(一)报送!%;?'],
    ['“甲”「乙」『丙』＂丁＂', '"甲""乙""丙""丁"'],
    ['９点～１２点', '9点~12点'],
    ['三月—五月', '三月—五月'],
    ['關於責任清單的後續徵求', '关于责任清单的后续征求'],
    ['乾坤、著名、叁', '乾坤、著名、叁'],
    ['⼯作⽂件', '工作文件'],
    ['零\u200b宽\ufeff字', '零宽字'],
    ['甲\r\n乙\r丙\u2028丁', '甲\n乙\n丙\n丁'],
  ])('%j becomes %j', (text, expected) => {
    expect(normalise(text).text).toBe(expected);
  });

  test('text that needs nothing is handed back as it is', () => {
    const text = '各村按时上报。\n一、总体要求\n4×4,x轴,a_b。';
    const { text: same, toSource, fromSource } = normalise(text);
    expect(same).toBe(text);
    expect([toSource(7), fromSource(7)]).toEqual([7, 7]);
  });
});

describe('damage', () => {
  test.each([
    ['減負(fù)增效（jiǎn qīng）', '减负增效'],
    ['客户端（app）、(试行)、(n)、表（biao）', '客户端(app)、(试行)、(n)、表(biao)'],
    ['?ldquo;减负&rdquo;，&#8220;甲&#x201d;', '"减负","甲"'],
    ['甲nbsp;乙&nbsp;丙&amp;nbsp;丁', '甲 乙 丙 丁'],
    ['网址 a;b', '网址 a;b'],
    ['时　　间：周四', '时间:周四'],
    ['表    号：农统1', '表号:农统1'],
    ['参 会 人 员 ：各村书记', '参会人员:各村书记'],
    ['各 镇人 民政府', '各镇人民政府'],
    ['清政发1号      签发人：王某', '清政发1号      签发人:王某'],
    ['2026 年 3 月 5 日上午 9 时', '2026年3月5日上午9时'],
    ['附件 1', '附件1'],
    ['为 ……略…… 难题', '为 。 难题'],
    ['专项……\n二是', '专项。\n二是'],
    ['等等……大家', '等等……大家'],
  ])('%j becomes %j', (text, expected) => {
    expect(normalise(text).text).toBe(expected);
  });
});

describe('masked words', () => {
  test.each([
    ['清理**余块牌子', '清理?余块牌子'],
    ['有*个方面', '有?个方面'],
    ['现代化新**建设', '现代化新?建设'],
    ['仅占X%，不超过X次', '仅占?%,不超过?次'],
    ['××县XX镇xx村', '?县?镇?村'],
    ['贯彻_精神，总量_+清单', '贯彻?精神,总量?+清单'],
    ['电话138****1234', '电话138?1234'],
  ])('in %j become unknown tokens', (text, expected) => {
    expect(normalise(text).text).toBe(expected.replaceAll('?', UNKNOWN));
  });

  test.each([
    ['请**务必**按*流程*报送。**时间：**周四', '请务必按流程报送。时间:周四'],
    ['4×4、22X28、长×宽×高', '4×4、22X28、长×宽×高'],
    ['X光机、X射线、USB_C', 'X光机、X射线、USB_C'],
    ['×政阅〔2026〕3号', '×政阅〔2026〕3号'],
    ['____年__月', '____年__月'],
    ['* 甲\n* 乙', '* 甲\n* 乙'],
    ['*必填', '*必填'],
    ['****', '****'],
  ])('%j has none and becomes %j', (text, expected) => {
    expect(normalise(text).text).toBe(expected);
  });
});

describe('scraped frames', () => {
  test.each([
    ['取得实效。\n上一篇：市场监管\n下一篇：无', '取得实效。\n\n'],
    ['取得实效。上一篇: 甲\n二、乙', '取得实效。\n二、乙'],
    ['取得实效。如若转载，请注明出处：某处', '取得实效。'],
    ['取得实效。\n(来源：某某网)\n完', '取得实效。\n\n完'],
    ['取得实效。【声明：本文不代表本网立场】', '取得实效。'],
    ['請點擊👉 某号 👈联系', ''],
    ['已有0人发表了评论', ''],
  ])('%j becomes %j', (text, expected) => {
    expect(normalise(text).text).toBe(expected);
  });

  test.each([
    ['资金来源:县财政', '资金来源:县财政'],
    ['请点击链接填报', '请点击链接填报'],
    ['各村微信群转载本文', '各村微信群转载本文'],
    ['数据的来源:国家税务局', '数据的来源:国家税务局'],
    ['做好上一条工作', '做好上一条工作'],
  ])('%j stays', (text, expected) => {
    expect(normalise(text).text).toBe(expected);
  });
});

describe('broken lines', () => {
  test('lines of one width are joined until a sentence ends', () => {
    const text = [
      '为深入贯彻落实上级关于整治形式主义为基层减负的部署,现就有',
      '关事项通知如下,请各镇人民政府和各街道办事处结合实际认真贯',
      '彻执行。',
      '一、总体要求',
    ].join('\n');
    expect(normalise(text).text).toBe(
      '为深入贯彻落实上级关于整治形式主义为基层减负的部署,现就有关事项通知如下,请各镇人民政府和各街道办事处结合实际认真贯彻执行。\n一、总体要求',
    );
  });

  test.each([
    ['各镇人民政府、各街道办事处、\n县直各有关部门今日到会', '各镇人民政府、各街道办事处、县直各有关部门今日到会'],
    ['要把基层的负担切实减下\n来的同志', '要把基层的负担切实减下\n来的同志'],
    ['要把整治形式主义抓实\n,确保见效', '要把整治形式主义抓实,确保见效'],
  ])('%j becomes %j', (text, expected) => {
    expect(normalise(text).text).toBe(expected);
  });

  test.each([
    '各村书记今天下午三点到镇会议室开会不得请假\n记得带上笔记本',
    '清河县教育局关于做好二〇二六年秋季学期开学的通知\n清河县教育局办公室与清河县财政局办公室文件',
    '现将本次会议的时间和地点等有关事项通知如下面的内容\n时间:3月5日上午9时在三楼会议室召开不得迟到早退\n地点:三楼',
    '姓名\t性别\t出生年月日\t户籍所在地\t联系方式\n王某\t男\t一九八〇年\t清河镇\t无',
  ])('%j keeps its lines', (text) => {
    expect(normalise(text).text).toBe(text);
  });
});

describe('offsets', () => {
  const source = '導語（dǎo）：“減負(fù)”工作……略……\r\n時　間：３月５日，共**余块。\n上一篇：甲';
  const { text, toSource, toSourceEnd, fromSource } = normalise(source);

  test.each([
    ['"减负"', '“減負(fù)”'],
    ['减负', '減負'],
    ['时间:3月5日', '時　間：３月５日'],
    [`${UNKNOWN}余块`, '**余块'],
    ['工作。', '工作……略……'],
  ])('%j stands for %j', (words, quote) => {
    const start = text.indexOf(words);
    expect(source.slice(toSource(start), toSourceEnd(start + words.length))).toBe(quote);
  });

  test('a dropped character maps to what follows it', () => {
    expect(text.slice(fromSource(source.indexOf('(fù)')))).toMatch(/^"工作/u);
    expect(fromSource(source.length)).toBe(text.length);
  });

  test('every character of the source lies inside what its folded form stands for', () => {
    const wrong: number[] = [];
    for (let at = 0; at < text.length; at++) {
      if (fromSource(toSource(at)) !== at || toSourceEnd(at + 1) <= toSource(at)) wrong.push(at);
    }
    expect(wrong).toEqual([]);
  });
});

test.each(['(', '… ', '*', '**a', '_', 'x', '\n', ' ', '&', 'a;', '来源:', '\n的', '。 ', '\t\n,', '各镇,\n'])(
  'ten times as much of %j costs about ten times the time',
  (piece) => {
    const short = fastest(piece.repeat(20_000 / piece.length));
    const long = fastest(piece.repeat(200_000 / piece.length));
    expect(long).toBeLessThan(40 * Math.max(short, 2));
  },
);

function fastest(text: string): number {
  return fastestOf(5, () => normalise(text));
}
