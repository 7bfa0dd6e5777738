import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { envoys, hostile, unwieldy } from './reports.ts';
import { prepareWorkbench } from './workbench.ts';

const workbench = prepareWorkbench([envoys, hostile, ...unwieldy]);
const reader = `/documents/${encodeURIComponent(envoys.id)}`;

/** Breaches of WCAG 2.2 A and AA, whatever their weight, and serious ones of good practice. */
async function findBreaches(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const results = await page.evaluate(() =>
    (window as unknown as { axe: typeof axe }).axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }),
  );
  return results.violations
    .filter(
      ({ impact, tags }) =>
        !tags.includes('best-practice') || /serious|critical/.test(impact ?? ''),
    )
    .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.html).join(' ')}`);
}

const pages: readonly (readonly [string, string, (page: Page) => Promise<unknown>])[] = [
  ['documents', '/documents', (page) => page.locator('.document').first().waitFor()],
  ['search without result', '/documents?q=zzz', (page) => page.locator('.empty').waitFor()],
  ['reader', reader, (page) => page.locator('.reader').waitFor()],
  [
    'reader with an event unfolded',
    `${reader}?event=1`,
    async (page) => {
      await page.locator('.card--chosen').waitFor();
      await page.keyboard.press('Enter');
      await page.locator('.why[open]').waitFor();
    },
  ],
  ['events', '/events', (page) => page.locator('.event').first().waitFor()],
  ['paste', '/paste', (page) => page.locator('.paste').waitFor()],
  ['unknown address', '/nowhere', (page) => page.locator('h1').waitFor()],
  [
    'keys and signs',
    '/documents',
    async (page) => {
      await page.locator('.document').first().waitFor();
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
    },
  ],
];

describe.each(['light', 'dark'] as const)('in the %s theme axe finds nothing', (colorScheme) => {
  test.each(pages)('%s', async (_, path, settle) => {
    const page = await workbench.open(path, { colorScheme });
    await settle(page);
    expect(await findBreaches(page)).toEqual([]);
  });
});

test.each(pages)('on a small screen axe finds nothing: %s', async (_, path, settle) => {
  const page = await workbench.open(path, { viewport: { width: 390, height: 844 } });
  await settle(page);
  expect(await findBreaches(page)).toEqual([]);
});

test('a chosen theme holds after a reload', async () => {
  const page = await workbench.open('/documents', { colorScheme: 'light' });
  const paper = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await paper();
  const button = page.getByRole('button', { name: /^Colours/ });
  await button.click();
  await button.click();
  expect(await button.getAttribute('aria-label')).toContain('Dark');
  const dark = await paper();
  expect(dark).not.toBe(light);
  await page.reload();
  expect(await paper()).toBe(dark);
});
