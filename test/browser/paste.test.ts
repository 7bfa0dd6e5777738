import { expect, test } from 'vitest';
import { prepareWorkbench } from './workbench.ts';

const workbench = prepareWorkbench([]);

test('an empty ledger teaches how to fill it', async () => {
  const page = await workbench.open('/');
  await page.getByRole('heading', { name: 'The ledger is empty' }).waitFor();
  expect(await page.locator('.command').textContent()).toMatch(/^tightrope add /);
  await page.getByRole('link', { name: 'paste one' }).click();
  expect(new URL(page.url()).pathname).toBe('/paste');
});

test('a pasted text is coded, shown in the reader, and not kept', async () => {
  const page = await workbench.open('/paste');
  const code = page.getByRole('button', { name: 'Code the text' });
  expect(await code.isDisabled()).toBe(true);
  await page
    .getByLabel('Text of the report')
    .fill('Norway expelled two Russian diplomats on Friday.');
  await page.getByLabel('Day of publication').fill('2023-04-14');
  await code.click();
  await page.locator('.card').first().waitFor();
  await page.keyboard.press('j');
  const card = page.locator('.card--chosen');
  await card.waitFor();
  expect(await card.textContent()).toContain('SANCTION/expel');
  expect(await card.textContent()).toContain('14 Apr 2023');
  expect(new URL(page.url()).search).toBe('?event=1');

  await page.getByRole('button', { name: 'Change the text' }).click();
  expect(await page.getByLabel('Text of the report').inputValue()).toContain('Norway expelled');
  await page.goto('/documents', { waitUntil: 'networkidle' });
  expect(await page.locator('.document').count()).toBe(0);
});

test('the example is coded into several events', async () => {
  const page = await workbench.open('/paste');
  await page.getByRole('button', { name: 'Take an example' }).click();
  await page.getByRole('button', { name: 'Code the text' }).click();
  await page.locator('.card').nth(2).waitFor();
});

test('a text without a date is coded, and the reader told', async () => {
  const page = await workbench.open('/paste');
  await page
    .getByLabel('Text of the report')
    .fill('Norway expelled two Russian diplomats on Friday.');
  await page.keyboard.press('Control+Enter');
  const notes = page.getByRole('list', { name: 'What the coder could not settle' });
  await notes.waitFor();
  expect(await notes.textContent()).toMatch(/date/);
});
