import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { allReports, envoys, many } from './reports.ts';
import { prepareWorkbench } from './workbench.ts';

const workbench = prepareWorkbench(allReports);

describe('the list of documents', () => {
  test('shows title, publisher, date, number of events and their profile, newest first', async () => {
    const page = await workbench.open('/');
    const first = page.locator('.document').first();
    expect(await first.locator('h2').textContent()).toBe(envoys.title);
    expect(await first.locator('.document__by').textContent()).toContain(envoys.publisher);
    expect(await first.locator('time').getAttribute('datetime')).toBe(envoys.date);
    const count = Number(await first.locator('.document__count [aria-hidden]').textContent());
    expect(count).toBeGreaterThan(2);
    const strip = first.getByRole('img');
    expect(await strip.getAttribute('aria-label')).toMatch(new RegExp(`^${count} events: `));
    expect(await strip.locator('rect').count()).toBe(count);
  });

  test('a document without a date says so and stands last', async () => {
    const page = await workbench.open('/documents');
    await page.getByRole('button', { name: 'Show more documents' }).click();
    const last = page.locator('.document').nth(allReports.length - 1);
    expect(await last.locator('.document__date').textContent()).toBe('no date');
  });

  test('comes in pages, and stands as it was when one comes back to it', async () => {
    const page = await workbench.open('/documents');
    expect(await page.locator('.document').count()).toBe(50);
    await page.getByRole('button', { name: 'Show more documents' }).click();
    const row = page.locator('.document').nth(allReports.length - 1);
    await row.scrollIntoViewIfNeeded();
    const scrolled = await page.evaluate(() => window.scrollY);
    expect(scrolled).toBeGreaterThan(500);
    await row.getByRole('link').click();
    await page.locator('.reader').waitFor();
    await page.goBack();
    await row.waitFor();
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(scrolled);
  });

  test('is searched as one types; the search stands in the address and holds after a reload', async () => {
    const page = await workbench.open('/documents');
    await page.keyboard.press('/');
    await page.keyboard.type('"vows an answer"');
    await page.waitForURL(/\?q=/);
    await expect.poll(() => page.locator('.document').count()).toBe(1);
    await page.reload({ waitUntil: 'networkidle' });
    expect(await page.locator('.document h2').allInnerTexts()).toEqual([envoys.title]);
    await page.getByRole('searchbox').fill('nowheretobefound');
    await page.getByRole('heading', { name: 'No document has nowheretobefound' }).waitFor();
    await page.getByRole('link', { name: 'See all documents' }).click();
    await expect.poll(() => page.locator('.document').count()).toBe(50);
    expect(await page.getByRole('searchbox').inputValue()).toBe('');
    expect(many.length).toBeGreaterThan(50);
  });
});

test('the first page needs no more than 200 kB of script, compressed', async () => {
  const page = await workbench.open('/paste');
  const sizes: Promise<number>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script') return;
    sizes.push(response.body().then((body) => gzipSync(body).length));
  });
  await page.goto('/', { waitUntil: 'networkidle' });
  const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  expect(total).toBeGreaterThan(10_000);
  expect(total).toBeLessThanOrEqual(200_000);
});

describe('whatever names are like', () => {
  test.each([390, 1024, 1440])('no page is wider than a screen of %i', async (width) => {
    const page = await workbench.open('/documents', { viewport: { width, height: 844 } });
    const overhang = () =>
      page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    await page.getByRole('button', { name: 'Show more documents' }).click();
    await page
      .locator('.document')
      .nth(allReports.length - 1)
      .waitFor();
    expect(await overhang()).toBeLessThanOrEqual(0);
    for (const path of ['/events', '/documents/long', `/documents/${encodeURIComponent('خبر')}`]) {
      await page.goto(path, { waitUntil: 'networkidle' });
      expect(await overhang()).toBeLessThanOrEqual(0);
    }
  });

  test('a title from right to left runs so', async () => {
    const page = await workbench.open(`/documents/${encodeURIComponent('خبر')}`);
    const direction = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => getComputedStyle(element).direction);
    expect(await direction('h1')).toBe('rtl');
    expect(await direction('.text__line')).toBe('ltr');
    expect(
      await page
        .locator('.text__line')
        .nth(1)
        .evaluate((line) => getComputedStyle(line).direction),
    ).toBe('rtl');
  });
});
