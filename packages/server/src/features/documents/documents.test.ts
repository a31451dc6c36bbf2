import { demands, documents, replays, type DeepReadonly } from '@qingzhuang/contract';
import { describe, expect, test } from 'vitest';
import { useTestApp } from '../../testing/app.ts';
import { openCounty } from '../../testing/county-world.ts';

const testApp = await useTestApp();
const county = await openCounty(testApp, '130102');
const { bureau, town, otherTown, village, office: officeUnit } = county.units;
const drafter = await county.actor('drafter', bureau);
const lead = await county.actor('unit-lead', bureau);
const townDrafter = await county.actor('drafter', town);
const otherDrafter = await county.actor('drafter', otherTown);
const office = await county.actor('office', officeUnit);
const leader = await county.actor('leader', county.units.county);
const clerk = await county.actor('bearer-clerk', village);

const CHARACTERS =
  '松柏桃梅兰竹菊荷莲杏桂枫槐榆杨柳桑枣梨樱茶稻麦豆麻棉瓜藤蕉椰橙柚橘莓荞粟葵芹蒜姜葱菠芥茄椒笋菌藻蕨芦苇蒲艾';

/** Four orders in words that no other subject has. */
function ordersOn(subject: string): string {
  let state = subject.charCodeAt(0) * 31 + subject.charCodeAt(1);
  function words(count: number): string {
    return Array.from({ length: count }, () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return CHARACTERS.charAt(state % CHARACTERS.length);
    }).join('');
  }
  return [
    `一、各单位要对${subject}${words(24)}逐一排查登记，${words(18)}。`,
    `二、各村每周报送一次${subject}巡查记录，${words(30)}。`,
    `三、${words(12)}物资要前置到${subject}，${words(24)}。`,
    `四、请于4月30日前报送${subject}${words(8)}清单，${words(18)}。`,
  ].join('\n');
}

interface Letter {
  readonly title: string;
  readonly number?: string;
  readonly basis?: string;
  readonly body: string;
}

function letter({ title, number = '', basis = '现就有关事项通知如下：', body }: Letter): string {
  return `${number}\n${title}\n各乡镇、各村：\n${basis}\n${body}\n2026年3月2日\n`;
}

async function draft(by: typeof drafter, issuer: string, text: string): Promise<demands.DraftedDemand> {
  return (await by.call(demands.draftFromFile, { issuer, text })) as demands.DraftedDemand;
}

async function superiorOf(id: string, by = drafter): Promise<documents.Superior> {
  return (await by.call(documents.readSuperior, { id })) as documents.Superior;
}

function rulesOf({ screening }: DeepReadonly<Pick<demands.Demand, 'screening'>>): string[] {
  return screening?.findings.map(({ ruleId }) => ruleId) ?? [];
}

async function addCity(text: string): Promise<documents.DocumentSummary> {
  return office.call(documents.addDocument, { level: 'city', text });
}

describe('a text from above', () => {
  test('is read for its title, number and date, and found by words of either', async () => {
    const text = letter({
      title: '清州市水利局关于做好河堤排查的通知',
      number: '清市水〔2026〕31号',
      body: ordersOn('河堤'),
    });
    const added = await addCity(text);

    expect(added).toMatchObject({
      title: '清州市水利局关于做好河堤排查的通知',
      docNumber: '清市水〔2026〕31号',
      datedOn: '2026-03-02',
      level: 'city',
      demand: null,
      issuer: null,
    });
    for (const words of ['河堤 通知', '2026〕31']) {
      expect((await clerk.call(documents.listDocuments, { words })).items.map(({ id }) => id)).toEqual([added.id]);
    }
    expect((await clerk.call(documents.listDocuments, { words: '河堤 火灾' })).items).toEqual([]);
    expect(await clerk.call(documents.readDocument, { id: added.id })).toEqual({ ...added, text });
    expect((await clerk.call(documents.listDocuments, { words: '河堤', above: 'city' })).items).toEqual([]);
  });

  test('is taken in once, and an empty one not at all', async () => {
    const text = letter({ title: '清州市水利局关于渡口的通知', body: ordersOn('渡口') });
    await addCity(text);

    await expect(addCity(text)).rejects.toMatchObject({ code: 'already-exists' });
    await expect(addCity('　\n')).rejects.toMatchObject({ code: 'empty' });
    const file = new File([], '空.txt');
    await expect(office.call(documents.addDocument, { level: 'city', file })).rejects.toMatchObject({ code: 'empty' });
  });

  test('is noted in the audit log, with who took it in', async () => {
    const { id } = await addCity(letter({ title: '清州市水利局关于闸口的通知', body: ordersOn('闸口') }));
    const rows = await testApp.owner
      .selectFrom('documentAddition')
      .select(['person', 'level'])
      .where('document', '=', id)
      .execute();
    const entries = await testApp.owner
      .selectFrom('auditEntry')
      .select('entry')
      .where('source', '=', 'document_addition')
      .execute();

    expect(rows).toEqual([{ person: office.person, level: 'city' }]);
    expect(entries.filter(({ entry }) => entry.includes(id))).toHaveLength(1);
  });

  test('may have been taken from one that is higher still', async () => {
    const above = await office.call(documents.addDocument, {
      level: 'province',
      text: letter({ title: '省水利厅关于排查涵洞的通知', number: '冀水〔2026〕8号', body: ordersOn('涵洞') }),
    });
    const basis = '按照冀水〔2026〕8号文件要求，现通知如下：';
    const city = await addCity(letter({ title: '清州市水利局关于排查涵洞的实施意见', basis, body: ordersOn('涵洞') }));
    const { id } = await draft(
      drafter,
      bureau,
      letter({ title: '清河县水利局关于排查涵洞的通知', body: ordersOn('涵洞') }),
    );
    const chain = await drafter.call(documents.readChain, { id });

    expect(chain.levels.map((level) => [level.id, level.level, level.superiorBy])).toMatchObject([
      [above.id, 'province', null],
      [city.id, 'city', 'named'],
      [expect.any(String), 'county', 'found'],
    ]);
  });
});

describe('the superior of a text', () => {
  test('is the one that it names before the one that it was copied from', async () => {
    const named = await addCity(
      letter({
        title: '清州市水利局关于印发《2026年山塘整治方案》的通知',
        number: '清市水〔2026〕41号',
        body: ordersOn('山塘坝体'),
      }),
    );
    await addCity(letter({ title: '清州市应急局关于山塘的通知', body: ordersOn('山塘') }));
    const text = letter({
      title: '清河县水利局关于整治山塘的通知',
      basis: '根据《2026年山塘整治方案》（清市水〔2026〕41号），现通知如下：',
      body: ordersOn('山塘'),
    });
    const { id } = await draft(drafter, bureau, text);

    expect(await superiorOf(id)).toMatchObject({ hasText: true, by: 'named', superior: { id: named.id } });
  });

  test('is the one that it was copied from, and what it raises and copies is found fault with', async () => {
    const city = await addCity(letter({ title: '清州市水利局关于泵站的通知', body: ordersOn('泵站') }));
    const raised = ordersOn('泵站').replace('每周报送一次', '每日报送一次');
    const demand = await draft(drafter, bureau, letter({ title: '清河县水利局关于泵站的通知', body: raised }));

    expect(await superiorOf(demand.id)).toMatchObject({ by: 'found', superior: { id: city.id } });
    expect(rulesOf(demand)).toEqual(expect.arrayContaining(['lineage/copied', 'task/target-raised']));
  });

  test('is none where nothing was copied', async () => {
    const { id } = await draft(
      drafter,
      bureau,
      '关于清点打印机的通知\n各镇：\n请清点办公室的打印机和碳粉，坏的报修。\n',
    );

    expect(await superiorOf(id)).toMatchObject({ hasText: true, by: null, superior: null });
  });

  test('is no draft of somebody else, and one that has passed the gate is', async () => {
    const text = letter({ title: '清河县水利局关于水闸的通知', body: ordersOn('水闸') });
    const { id, version } = await draft(drafter, bureau, text);
    const before = await draft(townDrafter, town, letter({ title: '城关镇关于水闸的通知', body: ordersOn('水闸') }));
    expect(await superiorOf(before.id, townDrafter)).toMatchObject({ superior: null, candidates: [] });

    const submitted = await drafter.call(demands.submitDemand, { id }, { ifMatch: version });
    const admission = { id, reason: '一事一议', caseByCase: true };
    await leader.call(demands.admitDemand, admission, { ifMatch: submitted.version });
    const after = await draft(
      otherDrafter,
      otherTown,
      letter({ title: '河西镇关于水闸的通知', body: ordersOn('水闸') }),
    );
    const { superior, by, candidates } = await superiorOf(after.id, otherDrafter);

    expect([superior?.demand, by]).toEqual([id, 'found']);
    expect(candidates.map(({ demand }) => demand)).toEqual([id]);
    expect(candidates[0]?.sharedPercent).toBeGreaterThan(60);
    const chain = await drafter.call(documents.readChain, { id });
    expect(chain.below.map(({ demand }) => demand)).toEqual([]);
    const seen = await office.call(documents.readChain, { id });
    expect(seen.below.map(({ demand }) => demand)).toEqual([after.id]);
  });

  test('is what the drafter says, or none, whatever text he puts in its place', async () => {
    const city = await addCity(letter({ title: '清州市水利局关于鱼塘的通知', body: ordersOn('鱼塘') }));
    const other = await addCity(letter({ title: '清州市水利局关于苇塘的通知', body: ordersOn('苇塘').slice(0, 60) }));
    const text = letter({ title: '清河县水利局关于鱼塘的通知', body: ordersOn('鱼塘') });
    const demand = await draft(drafter, bureau, text);
    expect(rulesOf(demand)).toContain('lineage/copied');

    const { id } = demand;
    const chosen = await drafter.call(
      documents.chooseSuperior,
      { id, document: other.id },
      { ifMatch: demand.version },
    );
    expect(rulesOf(chosen)).not.toContain('lineage/copied');
    expect(chosen).toMatchObject({ state: 'screened', submitted: false });
    expect(await superiorOf(id)).toMatchObject({ by: 'chosen', superior: { id: other.id } });

    const none = await drafter.call(documents.chooseSuperior, { id, document: null }, { ifMatch: chosen.version });
    const replaced = await drafter.call(
      demands.replaceDemandText,
      { id, text: `${text}五、各单位要做好记录。\n` },
      { ifMatch: none.version },
    );
    expect(await superiorOf(id)).toMatchObject({ by: 'chosen', superior: null });
    expect(rulesOf(replaced)).not.toContain('lineage/copied');

    const back = await drafter.call(documents.chooseSuperior, { id, document: city.id }, { ifMatch: replaced.version });
    expect(rulesOf(back)).toContain('lineage/copied');
    const steps = await drafter.call(demands.readDemandHistory, { id });
    expect(steps.filter(({ type }) => type === 'demand-superior-chosen')).toHaveLength(3);
  });

  test('cannot be a text that was taken from it, one of a lower level, or one that nobody sees', async () => {
    const one = await draft(
      drafter,
      bureau,
      letter({ title: '清河县水利局关于蓄水池的通知', body: ordersOn('蓄水池') }),
    );
    const { items } = await drafter.call(documents.listDocuments, { words: '蓄水池' });
    const own = items[0]?.id ?? '';
    const change = { id: one.id, document: own };
    const { id: hidden } = await draft(
      townDrafter,
      town,
      letter({ title: '城关镇关于蓄水池的通知', body: ordersOn('蓄水池') }),
    );
    const theirs = (await townDrafter.call(documents.listDocuments, { words: '蓄水池' })).items.find(
      ({ demand }) => demand === hidden,
    );

    await expect(drafter.call(documents.chooseSuperior, change, { ifMatch: one.version })).rejects.toMatchObject({
      code: 'invalid-input',
    });
    await expect(
      drafter.call(documents.chooseSuperior, { ...change, document: theirs?.id ?? '' }, { ifMatch: one.version }),
    ).rejects.toMatchObject({ code: 'no-such-record' });
  });

  test('is nothing to choose where there is no text, nor once the demand is stale or decided', async () => {
    const plain = await county.demand(bureau, 'draft');
    const choice = { id: plain.id, document: null };
    await expect(drafter.call(documents.chooseSuperior, choice, { ifMatch: plain.version })).rejects.toMatchObject({
      code: 'wrong-state',
    });
    expect(await superiorOf(plain.id)).toEqual({ hasText: false, superior: null, by: null, candidates: [] });
    expect(await drafter.call(documents.readChain, { id: plain.id })).toEqual({ levels: [], below: [], belowCount: 0 });

    const { id, version } = await draft(drafter, bureau, letter({ title: '关于水车的通知', body: ordersOn('水车') }));
    const none = { id, document: null };
    await drafter.call(documents.chooseSuperior, none, { ifMatch: version });
    await expect(drafter.call(documents.chooseSuperior, none, { ifMatch: version })).rejects.toMatchObject({
      code: 'stale',
    });
    const withdrawn = await drafter.call(demands.withdrawDemand, { id, reason: '不发了' }, { ifMatch: version + 2 });
    await expect(lead.call(documents.chooseSuperior, none, { ifMatch: withdrawn.version })).rejects.toMatchObject({
      code: 'wrong-state',
    });
  });
});

describe('a text that somebody has sent out already', () => {
  test('is named by the gate under whatever name it comes, until it is written anew', async () => {
    const first = await draft(drafter, bureau, letter({ title: '关于核查码头的通知', body: ordersOn('码头') }));
    const submitted = await drafter.call(demands.submitDemand, { id: first.id }, { ifMatch: first.version });
    const admission = { id: first.id, reason: '一事一议', caseByCase: true };
    await leader.call(demands.admitDemand, admission, { ifMatch: submitted.version });
    const again = await draft(
      office,
      officeUnit,
      letter({ title: '春季设施台账更新安排', basis: '请照此办理：', body: ordersOn('码头') }),
    );
    const finding = again.screening?.register.find(({ ruleId }) => ruleId === 'gate/repeat-topic');

    expect(finding?.message).toMatch(/「关于核查码头的通知」.*，正文有 \d+% 与它相同。$/u);
    expect(finding?.demands).toEqual([first.id]);
    const replay = await office.call(replays.replayScreening, { id: again.id, step: 2 });
    expect(replay).toMatchObject({ equal: true, differences: [] });

    const text = letter({ title: '春季设施台账更新安排', body: '请各镇核对台账，错的更正，对的不动。' });
    const rewritten = await office.call(demands.replaceDemandText, { id: again.id, text }, { ifMatch: again.version });
    expect(JSON.stringify(rewritten.screening?.register)).not.toContain('与它相同');
  });
});

describe('a chain', () => {
  test('tells of each level what it copied, raised and added, in hours for all who bear it', async () => {
    const city = await addCity(letter({ title: '清州市水利局关于堰塘的通知', body: ordersOn('堰塘') }));
    const raised = ordersOn('堰塘').replace('每周报送一次', '每日报送一次');
    const { id, totalMinutes } = await draft(
      drafter,
      bureau,
      letter({ title: '清河县水利局关于堰塘的通知', body: raised }),
    );
    const { levels, below, belowCount } = await office.call(documents.readChain, { id });
    const [above, own] = levels;
    if (own?.comparison == null) throw new Error('The second level has one above it.');
    const { comparison, minutesAdded, bearers, hoursAdded } = own;

    expect(totalMinutes).not.toBeNull();
    expect([below, belowCount]).toEqual([[], 0]);
    expect(above).toMatchObject({ id: city.id, comparison: null, bearers: null, hoursAdded: null });
    expect(comparison).toMatchObject({ with: city.id, raised: { count: 1, items: [{ metric: '频次' }] } });
    expect(comparison.copiedShare).toBeGreaterThan(0.6);
    expect(hoursAdded).toBeGreaterThan(0);
    expect(hoursAdded).toBeCloseTo((Number(minutesAdded) * Number(bearers)) / 60, 0);
    const source = await office.call(documents.readDocument, { id: city.id });
    const text = await office.call(documents.readDocument, { id: own.id });
    for (const passage of comparison.passages.items) {
      expect(text.text.slice(passage.start, passage.end)).toBe(passage.quote);
      expect(source.text.slice(passage.superiorStart, passage.superiorEnd)).toBe(passage.superiorQuote);
    }
  });

  test('leaves out a level that the reader may not see', async () => {
    const text = letter({ title: '清河县水利局关于水渠的通知', body: ordersOn('水渠') });
    const { id, version } = await draft(drafter, bureau, text);
    const submitted = await drafter.call(demands.submitDemand, { id }, { ifMatch: version });
    const admission = { id, reason: '一事一议', caseByCase: true };
    const admitted = await leader.call(demands.admitDemand, admission, { ifMatch: submitted.version });
    await drafter.call(demands.startDemand, { id }, { ifMatch: admitted.version });
    const { id: own } = await draft(
      townDrafter,
      town,
      letter({ title: '城关镇关于水渠的通知', body: ordersOn('水渠') }),
    );
    const { levels } = await townDrafter.call(documents.readChain, { id: own });
    expect(levels.map(({ demand }) => demand)).toEqual([id, own]);

    const seenByClerk = await clerk.call(documents.readChain, { id });
    expect([seenByClerk.below, seenByClerk.belowCount]).toEqual([[], 0]);
    expect((await office.call(documents.readChain, { id })).below).toMatchObject([{ demand: own }]);
  });
});

test('the text of a demand goes with it to another unit', async () => {
  const { id } = await draft(drafter, bureau, letter({ title: '关于水井的通知', body: ordersOn('水井') }));
  await testApp.owner.updateTable('demand').set({ issuer: town }).where('id', '=', id).execute();
  const { items } = await office.call(documents.listDocuments, { words: '水井' });

  expect(items).toMatchObject([{ demand: id, issuer: town, level: 'township' }]);
});
