import { catalogue } from '@qingzhuang/contract';
import { STARTER_CATALOGUE } from '@qingzhuang/analysis';
import { describe, expect, test } from 'vitest';
import { useTestApp } from '../../testing/app.ts';
import { openCounty } from '../../testing/county-world.ts';

const testApp = await useTestApp();
const county = await openCounty(testApp, '130102');
const { bureau, town, office: officeUnit } = county.units;
const office = await county.actor('office', officeUnit);
const drafter = await county.actor('drafter', bureau);
const lead = await county.actor('unit-lead', bureau);
const clerk = await county.actor('bearer-clerk', town);
const administrator = await county.actor('administrator', county.units.county);

const installation = await administrator.call(catalogue.installStarter);

const CONTENT: catalogue.ElementContent = {
  name: '养蜂箱数',
  aliases: ['蜂箱', '蜂箱（个）'],
  type: 'number',
  unit: '个',
  options: null,
  definition: '户内现有的养蜂箱数。',
  source: '农业农村',
  updatePeriod: 'yearly',
  sharing: 'open',
  legalBasis: null,
  personal: 'none',
};

async function readElement(key: string): Promise<catalogue.ElementWithHistory> {
  return (await clerk.call(catalogue.readElement, { key })) as catalogue.ElementWithHistory;
}

describe('the starter catalogue', () => {
  test('is installed whole, and a second time changes nothing', async () => {
    expect(installation).toMatchObject({ installed: STARTER_CATALOGUE.length, kept: 0 });
    expect(await office.call(catalogue.installStarter)).toEqual({
      installed: 0,
      kept: STARTER_CATALOGUE.length,
      owned: 0,
    });
  });

  test('says nothing that the contract would refuse of a county', () => {
    const faults = STARTER_CATALOGUE.flatMap(({ key, ...element }) => {
      const { name, aliases, type, unit, options, definition, source } = element;
      const { updatePeriod, sharing, legalBasis, personal } = element;
      const content = {
        name,
        aliases,
        type,
        unit,
        options,
        definition,
        source,
        updatePeriod,
        sharing,
        legalBasis,
        personal,
      };
      const read = catalogue.ElementContent.safeParse(content);
      return read.success ? [] : [`${key} ${read.error.issues[0]?.message ?? ''}`];
    });

    expect(faults).toEqual([]);
  });

  test('is found by the words of names and aliases', async () => {
    const { items } = await clerk.call(catalogue.listElements, { words: '身份 配偶' });

    expect(items.map(({ key }) => key)).toEqual(['person.spouse-identity-number']);
  });
});

describe('an element', () => {
  test('has one owner, whom the office names, and keeps its history', async () => {
    const before = await readElement('person.phone');
    const named = await office.call(
      catalogue.nameOwner,
      { key: 'person.phone', owner: bureau, reason: '由农业农村局统一维护' },
      { ifMatch: before.version },
    );

    expect(named).toMatchObject({ owner: bureau, version: before.version + 1 });
    expect((await readElement('person.phone')).history).toMatchObject([
      { what: 'owner-named', owner: bureau, reason: '由农业农村局统一维护' },
      { what: 'installed', owner: null },
    ]);
    const stale = { key: 'person.phone', owner: town, reason: '再改' };
    await expect(office.call(catalogue.nameOwner, stale, { ifMatch: before.version })).rejects.toMatchObject({
      code: 'stale',
    });
  });

  test('is added when somebody else than its proposer says so', async () => {
    const plan = {
      what: 'add',
      key: 'household.beehives',
      content: CONTENT,
      owner: bureau,
      unit: bureau,
      reason: '年年有人问',
    } as const;
    const proposal = await drafter.call(catalogue.proposeElement, plan);

    expect(proposal).toMatchObject({ state: 'open', mayDecide: false });
    await expect(clerk.call(catalogue.approveProposal, { id: proposal.id, reason: null })).rejects.toMatchObject({
      code: 'not-allowed',
    });
    expect(await lead.call(catalogue.approveProposal, { id: proposal.id, reason: null })).toMatchObject({
      state: 'approved',
    });
    expect(await readElement('household.beehives')).toMatchObject({ name: '养蜂箱数', owner: bureau, version: 1 });
    await expect(office.call(catalogue.approveProposal, { id: proposal.id, reason: null })).rejects.toMatchObject({
      code: 'wrong-state',
    });
    await expect(drafter.call(catalogue.proposeElement, plan)).rejects.toMatchObject({ code: 'already-exists' });
  });

  test('is not changed by a proposal that was made before another change', async () => {
    const key = 'person.phone';
    const { name, aliases, type, unit: measure, options, definition, source, ...rest } = await readElement(key);
    const { updatePeriod, sharing, legalBasis, personal } = rest;
    const before = { name, aliases, type, unit: measure, options, definition, source };
    const content = { ...before, updatePeriod, sharing, legalBasis, personal, definition: '本人常用的手机号码。' };
    const plan = { what: 'change', key, content, unit: bureau, reason: '改口径' } as const;
    const one = await drafter.call(catalogue.proposeElement, plan);
    const other = await drafter.call(catalogue.proposeElement, plan);
    await office.call(catalogue.approveProposal, { id: one.id, reason: null });

    expect(await readElement(key)).toMatchObject({ definition: '本人常用的手机号码。', owner: bureau });
    await expect(office.call(catalogue.approveProposal, { id: other.id, reason: null })).rejects.toMatchObject({
      code: 'wrong-state',
    });
    const refused = await office.call(catalogue.refuseProposal, { id: other.id, reason: '已改过' });
    expect(refused).toMatchObject({ state: 'refused', decisionReason: '已改过' });
  });

  test('never changes its type: what is stored is spelt by it', async () => {
    const plan = { what: 'change', key: 'person.phone', content: CONTENT, unit: bureau, reason: '改成数' } as const;

    await expect(drafter.call(catalogue.proposeElement, plan)).rejects.toMatchObject({ code: 'invalid-input' });
  });

  test('cannot be decided on by who proposed it, also in the office', async () => {
    const plan = {
      what: 'retire',
      key: 'household.beehives',
      heir: null,
      unit: officeUnit,
      reason: '不再使用',
    } as const;
    const proposal = await office.call(catalogue.proposeElement, plan);

    await expect(office.call(catalogue.approveProposal, { id: proposal.id, reason: null })).rejects.toMatchObject({
      code: 'four-eyes',
    });
    await lead.call(catalogue.approveProposal, { id: proposal.id, reason: '同意' });
    expect(await readElement('household.beehives')).toMatchObject({ state: 'retired', heir: null });
  });

  test('is not retired in favour of one about something else', async () => {
    const plan = { what: 'retire', key: 'person.phone', heir: 'house.code', unit: bureau, reason: '改用' } as const;

    await expect(drafter.call(catalogue.proposeElement, plan)).rejects.toMatchObject({ code: 'invalid-input' });
  });
});

describe('what is exported', () => {
  test('as CSV can be imported again, and changes nothing', async () => {
    const text = await clerk.call(catalogue.exportElements);

    expect(await office.call(catalogue.importElements, { text, dryRun: false })).toMatchObject({
      ...{ applied: true, created: 0, updated: 0, conflicts: [] },
      ignored: STARTER_CATALOGUE.length + 1,
    });
  });

  test('as XLSX can be imported again, and changes nothing', async () => {
    const bytes = await clerk.call(catalogue.exportElementWorkbook);
    const file = new File([bytes], '目录.xlsx');

    expect(await office.call(catalogue.importElements, { file, dryRun: false })).toMatchObject({
      ...{ applied: true, created: 0, updated: 0, conflicts: [] },
      ignored: STARTER_CATALOGUE.length + 1,
    });
  });

  test('as JSON can be imported by another county, and is then the same', async () => {
    const list = await clerk.call(catalogue.exportElementList);
    const other = await openCounty(testApp, '130104');
    const steward = await other.actor('office', other.units.office);
    const text = JSON.stringify(list.map((element) => ({ ...element, owner: null })));
    const imported = await steward.call(catalogue.importElements, { text, dryRun: false });

    expect(imported).toMatchObject({ applied: true, created: list.length, conflicts: [] });
    expect(await steward.call(catalogue.exportElementList)).toEqual(JSON.parse(text));
  });

  test('as DCAT names a data set for each element in use, with terms of the standard', async () => {
    const dcat = await clerk.call(catalogue.exportElementCatalogue);
    const sets = dcat['dcat:dataset'] as Record<string, unknown>[];

    expect(sets).toHaveLength(STARTER_CATALOGUE.length);
    expect(sets.find((set) => set['dcterms:identifier'] === 'person.phone')).toMatchObject({
      '@type': 'dcat:Dataset',
      'dcterms:publisher': { '@type': 'foaf:Agent', '@id': `urn:qingzhuang:unit:${bureau}` },
      'dcterms:accessRights': { '@id': 'http://publications.europa.eu/resource/authority/access-right/RESTRICTED' },
    });
  });
});

describe('a file', () => {
  test.each([
    ['without a heading', '姓名,电话\n张三,1', '没有找到表头'],
    ['with a key twice', '键,名称\nperson.one,一\nperson.one,二', '不合要求'],
    ['with a word that no list has', '键,名称,类型\nperson.one,一,大数', '“类型”不合要求：不是可选的词'],
  ])('%s is told what is wrong, and nothing is written', async (_, text, reason) => {
    const report = await office.call(catalogue.importElements, { text, dryRun: false });

    expect(report).toMatchObject({ applied: false, created: 0 });
    expect(report.conflicts.some((conflict) => conflict.reason.includes(reason))).toBe(true);
  });

  test('that would change the type of an element is a conflict', async () => {
    const list = await clerk.call(catalogue.exportElementList);
    const phone = list.find(({ key }) => key === 'person.phone');
    const text = JSON.stringify([{ ...phone, type: 'text' }]);

    expect((await office.call(catalogue.importElements, { text, dryRun: true })).conflicts).toMatchObject([
      { line: 1, reason: '类型不能改；请新增一个元素接替它' },
    ]);
  });

  test('that is no JSON is refused as such', async () => {
    await expect(office.call(catalogue.importElements, { text: '[{', dryRun: true })).rejects.toMatchObject({
      code: 'malformed-json',
    });
  });
});

describe('a grant', () => {
  test('is the owner’s to give, for a year at most, and ends when it is withdrawn', async () => {
    const grant = { key: 'person.phone', receiver: town, purpose: '防汛通知', until: '2026-12-31' };

    await expect(office.call(catalogue.grantSharing, grant)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(lead.call(catalogue.grantSharing, { ...grant, until: '2028-01-01' })).rejects.toMatchObject({
      code: 'invalid-input',
    });
    expect(await lead.call(catalogue.grantSharing, grant)).toMatchObject({ receiver: town, until: '2026-12-31' });
    expect((await clerk.call(catalogue.listGrants, { key: 'person.phone' })).items).toHaveLength(1);
    await lead.call(catalogue.withdrawSharing, { key: 'person.phone', receiver: town });
    expect((await clerk.call(catalogue.listGrants, { key: 'person.phone' })).items).toEqual([]);
  });
});
