import { describe, expect, test } from 'vitest';
import { plainSource } from '../document/source-text.ts';
import { compareDocuments, type Comparison } from './compare.ts';

const HEAD = '青石县防汛抗旱指挥部文件\n青汛〔2026〕7号\n\n关于做好今年防汛工作的通知\n\n各乡镇，县直有关单位：\n';
const TAIL = '\n青石县防汛抗旱指挥部\n2026年4月2日\n';
const ABOVE = [
  '一、摸清隐患底数。各县要在汛前对病险水库、低洼路段和地质灾害点逐一排查，列出清单，明确包保责任人。',
  '二、备足抢险物资。编织袋、救生衣、发电机等物资要前置到乡镇，由专人保管，每季度盘点一次。',
  '三、转移危险群众。接到红色预警后，两小时内完成危险区群众转移，老弱病残由村干部一对一护送。',
  '四、严格值班值守。汛期实行二十四小时值班，值班电话不得无人接听，重要情况随时报告。',
];
const OWN = [
  '老街片区的排水泵是上世纪的，今年由水务站牵头换两台新的，钱从镇财政出，五月十日前装好。',
  '柳树湾的木桥过不了车，李家兄弟答应涨水时用渔船接送学生，油钱镇里报销。',
  '卫生院空出三张床位，晚上留一个会抬担架的司机。',
];

function above(body: readonly string[] = ABOVE): string {
  return HEAD + body.join('\n') + TAIL;
}

function below(body: readonly string[]): string {
  return `柳河镇人民政府\n柳政〔2026〕3号\n\n关于防汛的安排\n\n各村：\n${body.join('\n')}\n柳河镇人民政府\n2026年4月9日\n`;
}

function compare(subordinate: string, superior: string = above()): Comparison {
  return compareDocuments(plainSource(subordinate), plainSource(superior));
}

describe('where a clause was taken from', () => {
  const FORMS = [
    '有权处理的机关、单位应当自收到之日起七日内首次联系信访人，见面或者电话听取诉求，告知承办人姓名。',
    '未与信访人见面沟通的，不得直接出具处理意见。处理意见书应当载明查明的事实、适用的政策依据和救济途径。',
    '信访人满意度低于百分之八十的单位，由上级信访工作机构派员指导，限期补课。',
  ];

  test('is one place, also where its words stand elsewhere and its sentence was turned round', () => {
    const turnedRound = FORMS.map((form) =>
      form.replace('未与信访人见面沟通的，不得直接出具处理意见。', '不得直接出具处理意见，未与信访人见面沟通的。'),
    );
    const { copiedShare, passages } = compare(below(turnedRound), above(FORMS));
    expect(copiedShare).toBeGreaterThan(0.9);
    expect(passages.filter(({ kind }) => kind === 'changed')).toEqual([]);
  });

  test('is nowhere for a clause of its own that hangs on a copied sentence', () => {
    const hung = ABOVE.map((sentence) => sentence.replace(/。$/u, '，老街先换水泵。'));
    const copied = compare(below(hung)).passages.map(({ quote }) => quote);
    expect(copied.filter((quote) => quote.trim().endsWith('老街先换水泵。'))).toEqual([]);
  });
});

describe('the copied share', () => {
  test('of a text beside itself is one', () => {
    expect(compare(above()).copiedShare).toBe(1);
  });

  test('of a text of one character a thousand times beside itself is one', () => {
    expect(compare('防'.repeat(1000), '防'.repeat(1000)).copiedShare).toBe(1);
  });

  test('leaves out letterhead, recipients and signature of both sides', () => {
    expect(compare(HEAD + OWN.join('\n') + TAIL).copiedShare).toBe(0);
  });

  test('of own words on the same subject is zero', () => {
    expect(compare(below(OWN))).toMatchObject({ copiedShare: 0, passages: [] });
  });

  test.each([
    ['other names and numbers', (text: string) => text.replaceAll('各县', '各村').replace('两小时', '三十分钟')],
    [
      'traditional characters',
      (text: string) => text.replaceAll('险', '險').replaceAll('备', '備').replaceAll('汛', '汛'),
    ],
    ['full-width digits and other marks', (text: string) => text.replaceAll('，', ',').replaceAll('。', ';')],
    [
      'other words of like meaning',
      (text: string) => text.replace('排查', '检查').replace('明确', '落实').replace('严格', '从严'),
    ],
  ])('survives %s', (_, change) => {
    expect(compare(below(ABOVE.map(change))).copiedShare).toBeGreaterThan(0.93);
  });

  test('does not depend on the order of sentences', () => {
    expect(compare(below(ABOVE.toReversed())).copiedShare).toBeGreaterThan(0.97);
  });

  test('survives sentences made one, and one cut in two', () => {
    expect(compare(below([ABOVE.join('').replaceAll('。', '，')])).copiedShare).toBeGreaterThan(0.97);
    expect(compare(below(ABOVE.map((text) => text.replaceAll('，', '。')))).copiedShare).toBeGreaterThan(0.97);
  });

  test('falls with every own sentence that is added', () => {
    const shares = [0, 1, 2, 3].map((count) => compare(below([...ABOVE, ...OWN.slice(0, count)])).copiedShare);

    expect(shares).toEqual(shares.toSorted((a, b) => b - a));
    expect(new Set(shares).size).toBe(4);
  });
});

describe('what is shown and not counted', () => {
  test('is what is forwarded under a covering notice', () => {
    const title = '关于做好今年防汛工作的通知';
    const covering = `现将《${title}》转发给你们，请认真贯彻执行。`;
    const text = `${below([covering])}\n附件\n${title}\n${ABOVE.join('\n')}\n`;
    const { copiedShare, passages } = compare(text);

    expect(copiedShare).toBe(0);
    expect(passages.some(({ kind }) => kind === 'forwarded')).toBe(true);
  });

  test('is a law in its own words', () => {
    const law =
      '《中华人民共和国防洪法》第四十五条规定：“在紧急防汛期，防汛指挥机构有权在其管辖范围内调用物资、设备、交通运输工具和人力。”';
    const { copiedShare, passages } = compare(below([...OWN, law]), above([...ABOVE, law]));

    expect(copiedShare).toBe(0);
    expect(passages.map(({ kind }) => kind)).toContain('quoted');
  });

  test('is what everybody writes', () => {
    const stock =
      '以习近平新时代中国特色社会主义思想为指导，各级各部门要提高政治站位，加强组织领导，确保各项工作落到实处。';
    const { copiedShare, boilerplateShare } = compare(below([stock, ...OWN]), above([stock, ...ABOVE]));

    expect(copiedShare).toBe(0);
    expect(boilerplateShare).toBeGreaterThan(0.2);
  });
});

test('a sentence taken over that now says the contrary is shown as changed and not counted', () => {
  const turned = '二、备足抢险物资。编织袋、救生衣、发电机等物资不再前置到乡镇，不需专人保管，每季度盘点一次。';
  const { passages } = compare(below([ABOVE[0] ?? '', turned, ...OWN]));

  expect(
    passages
      .filter(({ kind }) => kind === 'changed')
      .map(({ quote }) => quote)
      .join(),
  ).toContain('不再前置到乡镇');
});

test('the name and number of the document above turn nothing that is taken over beside them', () => {
  const body = '一、总体要求。坚持疏堵结合、以疏为主，强化源头管控，确保全域全时段不燃一把火、不冒一处烟。';
  const title = '关于做好2026年秸秆禁烧工作的通知';
  const superior = `清河县农业农村局\n${title}\n清农发〔2026〕8号\n各乡镇：\n根据市里部署，现将有关事项通知如下：\n${body}\n`;
  const reference = `根据《清河县农业农村局${title}》（清农发〔2026〕8号）要求，现将有关事项通知如下：`;
  const { passages } = compare(`白塔镇人民政府\n${title}\n各村：\n${reference}\n${body}\n`, superior);

  expect(passages.filter(({ kind }) => kind === 'changed')).toEqual([]);
  expect(passages.some(({ kind }) => kind === 'copied')).toBe(true);
});

test('every passage quotes both texts', () => {
  const subordinate = below([...ABOVE.map((text) => text.replaceAll('险', '險')), ...OWN]);
  const superior = above();
  const { passages } = compare(subordinate, superior);

  expect(passages.length).toBeGreaterThan(0);
  for (const passage of passages) {
    expect(subordinate.slice(passage.start, passage.end)).toBe(passage.quote);
    expect(superior.slice(passage.superiorStart, passage.superiorEnd)).toBe(passage.superiorQuote);
  }
});

test('tells what was raised, shortened and added, with both quotes', () => {
  const raised = ABOVE.map((text) => text.replace('每季度盘点一次', '每月盘点两次。各村每天在防汛群上传巡查照片'));
  const { raised: targets, addedDemands } = compare(below(raised));

  expect(targets).toMatchObject([{ metric: '频次', superior: { value: 1 }, subordinate: { value: 6 } }]);
  expect(addedDemands.map(({ quote }) => quote).join()).toContain('上传巡查照片');
});

/** Read with a generous bound: minutes or gigabytes would fail it, a slow machine does not. */
const SLOWEST = 60_000;

describe('texts made to be slow', () => {
  const PARAGRAPH = ABOVE.join('').repeat(20_000);

  test.each([
    ['nothing at all', '', ''],
    ['nothing beside something', '', above()],
    ['one character a million times', '险'.repeat(1_000_000), '险'.repeat(900_000)],
    ['a period of two characters', '防汛'.repeat(100_000), '汛防'.repeat(100_000)],
    ['one paragraph of 5 MB in UTF-8', PARAGRAPH.slice(0, 1_700_000), above()],
    ['a long paragraph above', above(), PARAGRAPH.slice(0, 500_000)],
    ['marks only', '，。'.repeat(100_000), '。，'.repeat(100_000)],
  ])(
    '%s are compared in bounded time',
    (_, subordinate, superior) => {
      const began = process.memoryUsage().arrayBuffers;

      const { copiedShare } = compare(subordinate, superior);

      expect(copiedShare).toBeGreaterThanOrEqual(0);
      expect(copiedShare).toBeLessThanOrEqual(1);
      expect(process.memoryUsage().arrayBuffers - began).toBeLessThan(300_000_000);
    },
    SLOWEST,
  );
});
