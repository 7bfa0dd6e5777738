import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { hostile } from './reports.ts';
import { prepareWorkbench } from './workbench.ts';

const workbench = prepareWorkbench([]);
beforeAll(() => workbench.post(hostile));

/** What the text would have become, had it become part of the page. */
const intruders = (page: Page) =>
  page.evaluate(() => ({
    hacked: 'hacked' in window,
    elements: document.querySelectorAll(
      'main :is(img, script, iframe, style, b, svg[onload], a[href^="javascript:" i])',
    ).length,
  }));
const none = { hacked: false, elements: 0 };

describe('hostile text is inert', () => {
  test('in the list', async () => {
    const page = await workbench.open('/');
    expect(await page.locator('.document h2').textContent()).toBe(hostile.title);
    expect(await intruders(page)).toEqual(none);
  });

  test('in the reader, its address included', async () => {
    const page = await workbench.open('/');
    await page.locator('.document a').click();
    await page.locator('.reader').waitFor();
    expect(new URL(page.url()).pathname).toBe(`/documents/${encodeURIComponent(hostile.id)}`);
    expect(await page.locator('h1').textContent()).toBe(hostile.title);
    const lines = await page
      .locator('.text__line')
      .evaluateAll((all) => all.map((line) => line.textContent));
    expect(lines.join('\n\n')).toBe(hostile.text);
    expect(await page.locator('.byline a').count()).toBe(0);
    await page.keyboard.press('j');
    await page.locator('.card--chosen').waitFor();
    expect(await intruders(page)).toEqual(none);
    await page.reload({ waitUntil: 'networkidle' });
    await page.locator('.card--chosen').waitFor();
  });

  test('among the events', async () => {
    const page = await workbench.open('/events');
    await page.locator('.event').first().waitFor();
    expect(await intruders(page)).toEqual(none);
  });

  test('pasted, searched for, and in the address', async () => {
    const page = await workbench.open('/paste');
    await page.getByLabel('Text of the report').fill(hostile.text);
    await page.getByRole('button', { name: 'Code the text' }).click();
    await page.locator('.reader').waitFor();
    expect(await intruders(page)).toEqual(none);
    await page.goto(`/documents?q=${encodeURIComponent(hostile.title ?? '')}`);
    await page.goto(
      `/documents?q=${encodeURIComponent('"<img src=x onerror=window.hacked=1>zzz"')}`,
    );
    await page.waitForLoadState('networkidle');
    expect(await intruders(page)).toEqual(none);
  });
});

test('the policy lets no inline script run and nothing come from elsewhere', async () => {
  workbench.expectFault(/Content Security Policy/);
  const page = await workbench.open('/');
  const refused = await page.evaluate(async () => {
    const violations: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) =>
      violations.push(event.effectiveDirective),
    );
    const script = document.createElement('script');
    script.textContent = 'window.hacked = 1';
    document.body.append(script);
    await fetch('https://elsewhere.example/').catch(() => {});
    await new Promise((done) => setTimeout(done, 100));
    return { violations, hacked: 'hacked' in window };
  });
  expect(refused.hacked).toBe(false);
  expect(refused.violations).toContain('connect-src');
  expect(refused.violations.some((directive) => directive.startsWith('script-src'))).toBe(true);
});
