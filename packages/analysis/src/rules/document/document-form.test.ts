/** Rules that judge the make-up of a whole document, read through the checker as users get them. */
import { describe, expect, it } from 'vitest';
import { createChecker } from '../check.ts';
import type { CheckConfig } from '../settings.ts';

const MEASURE = '水利站在五月底前清完支渠淤泥。';

function paper(options: { title?: string; number?: string; to?: string; body: string; from?: string }): string {
  const { title = '关于清淤的通知', number, to = '各乡镇水利站', body, from = '临川县水利局' } = options;
  const head = number === undefined ? [] : [`${from}文件`, number, ''];
  return [...head, title, '', `${to}:`, body, '', from, '2026年3月2日'].join('\n');
}

function fired(text: string, rule: string, config: CheckConfig = {}): string[] {
  return createChecker(config)
    .check(text)
    .findings.filter(({ ruleId }) => ruleId === `document/${rule}`)
    .map(({ quote }) => quote);
}

describe('length', () => {
  function ofLength(characters: number): string {
    return MEASURE.repeat(Math.ceil(characters / (MEASURE.length - 1)));
  }

  it('allows a special task 4000 characters and a general deployment 5000', () => {
    const body = ofLength(4500);
    expect(fired(paper({ body }), 'too-long')).toEqual(['关于清淤的通知']);
    expect(fired(paper({ title: '关于全县水利工作的总体安排', body }), 'too-long')).toEqual([]);
    expect(fired(paper({ title: '关于全县水利工作的总体安排', body: ofLength(5200) }), 'too-long')).toHaveLength(1);
  });

  it('takes a stricter limit from the county', () => {
    const config: CheckConfig = { rules: { 'document/too-long': ['warning', { special: 3000 }] } };
    expect(fired(paper({ body: ofLength(3500) }), 'too-long')).toEqual([]);
    expect(fired(paper({ body: ofLength(3500) }), 'too-long', config)).toHaveLength(1);
  });

  it('counts the plan that a covering notice issues behind its signature', () => {
    const plan = `\n\n临川县清淤工作方案\n\n${ofLength(4500)}`;
    const notice = paper({ title: '关于印发《临川县清淤工作方案》的通知', body: '现印发给你们。' });
    expect(fired(notice + plan, 'too-long')).toHaveLength(1);
  });

  it('leaves loose texts and papers of a ministry alone', () => {
    expect(fired(ofLength(6000), 'too-long')).toEqual([]);
    expect(
      fired(paper({ body: ofLength(6000), from: '水利部', to: '各省、自治区、直辖市水利厅' }), 'too-long'),
    ).toEqual([]);
  });
});

describe('opening', () => {
  const praise =
    '水利是农业的命脉,事关千家万户的饭碗。近年来,全县水利建设取得了明显成效,群众的获得感不断提升。当前正值备汛的关键时期,做好清淤工作意义重大。要充分认识清淤工作的重要性和紧迫性,切实增强责任感和使命感。';

  it('reports background and significance above their share', () => {
    expect(fired(paper({ body: `${praise}\n一、${MEASURE}` }), 'long-preamble')).toHaveLength(1);
  });

  it('lets the same opening stand before a body that is long enough', () => {
    expect(fired(paper({ body: `${praise}\n一、${MEASURE.repeat(60)}` }), 'long-preamble')).toEqual([]);
  });

  it('does not count the sentence that names the basis', () => {
    const basis =
      '根据《临川县水利工程管理办法》和全县备汛工作会议要求,为确保支渠在汛期之前畅通,现就有关事项通知如下。';
    expect(fired(paper({ body: `${basis}\n一、${MEASURE}` }), 'long-preamble')).toEqual([]);
  });
});

describe('forwarding', () => {
  const forward = '现将《市水利局关于清淤的通知》(市水〔2026〕7号)转发给你们,请认真贯彻落实。';

  it('reports a notice that only forwards, even when it wants a return', () => {
    expect(fired(paper({ body: forward }), 'relay-only')).toHaveLength(1);
    expect(fired(paper({ body: `${forward}落实情况于6月30日前报我局。` }), 'relay-only')).toHaveLength(1);
  });

  it('is silent when a local measure stands beside it', () => {
    expect(fired(paper({ body: `${forward}县水利局派两台挖机,4月20日前清完东干渠。` }), 'relay-only')).toEqual([]);
  });
});

describe('sender', () => {
  const body = '请务必于三月底前清完支渠。';

  it('wants a number on an order to those below', () => {
    expect(fired(paper({ body }), 'informal-directive')).toEqual(['请务必于三月底前清完支渠']);
    expect(fired(paper({ body, number: '临水发〔2026〕3号' }), 'informal-directive')).toEqual([]);
    expect(fired(paper({ body: '三号闸门已修好,请知悉。' }), 'informal-directive')).toEqual([]);
  });

  it('wants the office, not a section, to write outward', () => {
    expect(fired(paper({ body, from: '临川县水利局灌溉股' }), 'internal-division')).toHaveLength(1);
    expect(fired(paper({ body, from: '临川县水利局办公室' }), 'internal-division')).toEqual([]);
    expect(fired(paper({ body, from: '临川县水利局灌溉股', to: '局属各科室' }), 'internal-division')).toEqual([]);
  });

  it('bars a department from ordering township governments without consent', () => {
    const order = { body, number: '临水发〔2026〕3号', to: '各乡镇人民政府' };
    expect(fired(paper(order), 'department-commands-committee')).toEqual(['各乡镇人民政府']);
    const agreed = `经县人民政府同意(临政复〔2026〕5号),现通知如下。${body}`;
    expect(fired(paper({ ...order, body: agreed }), 'department-commands-committee')).toEqual([]);
    expect(fired(paper({ ...order, from: '临川县人民政府' }), 'department-commands-committee')).toEqual([]);
  });

  it('bars a leading group from ordering others than its members', () => {
    const order = { body, number: '临渠组〔2026〕1号', from: '临川县渠系整治工作领导小组' };
    expect(fired(paper(order), 'coordination-body-command')).toHaveLength(1);
    expect(fired(paper({ ...order, to: '各成员单位' }), 'coordination-body-command')).toEqual([]);
  });
});

describe('attachments', () => {
  function attached(names: readonly string[]): string {
    const note = names.map((name, index) => `${String(index + 1)}.${name}`).join('\n');
    return paper({ body: `${MEASURE}\n\n附件:${note}` });
  }

  it('reports three plans in one document and no forms', () => {
    expect(fired(attached(['清淤工作方案', '清淤宣传方案', '清淤考核办法']), 'bundled-plans')).toHaveLength(1);
    expect(fired(attached(['清淤工作方案', '机械清单', '进度表']), 'bundled-plans')).toEqual([]);
  });
});
