import { describe, expect, test } from 'vitest';
import { allReports, envoys } from './reports.ts';
import { prepareWorkbench } from './workbench.ts';

const workbench = prepareWorkbench(allReports);

describe('the events of all documents', () => {
  test('are filtered by what stands in the address, and a filter goes there', async () => {
    const page = await workbench.open('/events');
    const rows = page.locator('.event');
    const all = await rows.count();
    expect(all).toBeGreaterThan(10);

    await page.getByLabel('Two countries').fill('pol-blr');
    await page.waitForURL(/dyad=POL-BLR/);
    await expect.poll(() => rows.count()).toBeLessThan(all);
    await page.getByLabel('Type').selectOption('SANCTION');
    await page.waitForURL(/type=SANCTION/);
    await expect
      .poll(async () => (await page.locator('.event__type').allInnerTexts()).join())
      .toMatch(/^(?:SANCTION[^,]*, [^,]*,?)+$/);
    const shared = page.url();
    const texts = await rows.allInnerTexts();
    expect(texts.length).toBeGreaterThan(0);

    await page.goto('/');
    await page.goto(shared, { waitUntil: 'networkidle' });
    expect(await rows.allInnerTexts()).toEqual(texts);
    expect(await page.getByLabel('Two countries').inputValue()).toBe('POL-BLR');

    await page.getByRole('button', { name: 'Clear' }).click();
    await expect.poll(() => rows.count()).toBe(all);
    expect(new URL(page.url()).search).toBe('');
  });

  test('lead to their words', async () => {
    const page = await workbench.open('/events?dyad=POL-BLR');
    const row = page.locator('.event').first();
    const words = await row.locator('q').textContent();
    await row.getByRole('link').click();
    const chosen = page.locator('.card--chosen');
    await chosen.waitFor();
    expect(new URL(page.url()).pathname).toBe(`/documents/${encodeURIComponent(envoys.id)}`);
    expect(await chosen.locator('.facts q').first().textContent()).toBe(words);
    await page.goBack();
    await row.waitFor();
    expect(new URL(page.url()).search).toBe('?dyad=POL-BLR');
  });

  test('a filter that cannot be read says what was expected', async () => {
    workbench.expectFault(/400/);
    const page = await workbench.open('/events?dyad=KOREA');
    const notice = page.getByRole('alert');
    expect(await notice.textContent()).toContain('KOREA');
    expect(await notice.textContent()).toContain('KOR-RUS');
  });

  test('filters that nothing fits can be cleared', async () => {
    const page = await workbench.open('/events?dyad=ISL-FJI');
    await page.getByRole('heading', { name: 'No event fits' }).waitFor();
    await page.getByRole('link', { name: 'Clear the filters' }).click();
    await page.locator('.event').first().waitFor();
  });
});
