import { inbox } from '@qingzhuang/contract';
import { canRecognise } from '@qingzhuang/readers';
import { describe, expect, test } from 'vitest';
import { useCounty } from './county.ts';
import { noBrowser, PHONE } from './visit.ts';

const VILLAGE = '130101101201';
const PHOTO = new URL('../../readers/fixtures/photo.png', import.meta.url).pathname;
const lacking = noBrowser === '' && !(await canRecognise()) ? ' (the optional recogniser is not installed)' : noBrowser;

describe.skipIf(lacking !== '')(`a paper notice in a browser${lacking}`, async () => {
  const { open, signInAs } = await useCounty();
  const clerk = await signInAs('bearer-clerk', VILLAGE);

  test('is photographed, its doubtful line put right, and registered', { timeout: 120_000 }, async () => {
    const page = await open('#/inbox/register', { as: clerk, viewport: PHONE });

    await page.locator('input[type=file]').setInputFiles(PHOTO);
    const says = page.getByText('有1处看不清，已标出');
    await says.waitFor({ timeout: 90_000 });
    const doubtful = page.getByRole('listitem').filter({ hasText: '看不清，请核对' }).getByRole('textbox');
    expect(await doubtful.count()).toBe(1);
    await doubtful.fill('清民发〔2026〕15号');
    await page.getByRole('button', { name: '核对好了，提交' }).click();
    await page.getByText('已登记为未过关事项').first().waitFor();

    expect(await says.count()).toBe(0);
    const { items } = await clerk.call(inbox.listRegistrations, { unit: VILLAGE });
    expect(items).toHaveLength(1);
    expect(items[0]?.ask).toContain('登记表');
  });
});
