import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { envoys } from './reports.ts';
import { prepareWorkbench } from './workbench.ts';

const workbench = prepareWorkbench([envoys]);
const address = `/documents/${encodeURIComponent(envoys.id)}`;

const chosenCards = (page: Page) => page.locator('.card--chosen');
const chosenNumber = async (page: Page) =>
  Number(await chosenCards(page).first().getAttribute('data-card'));
const eventInAddress = (page: Page) => new URL(page.url()).searchParams.get('event');

/** Whether an element can be seen whole within what scrolls it. */
const isSeen = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const pane = element.closest('.record__scroll, .reader__text');
      if (pane === null) throw new Error('not within a pane');
      const box = element.getBoundingClientRect();
      const bounds = pane.getBoundingClientRect();
      return box.top >= bounds.top && box.top < bounds.bottom;
    });

describe('from the list into the reader and back', () => {
  test('a click on either side shows the event on the other', async () => {
    const page = await workbench.open('/');
    await page.getByRole('link', { name: envoys.title }).click();
    await page.locator('.reader').waitFor();
    expect(new URL(page.url()).pathname).toBe(address);
    expect(await chosenCards(page).count()).toBe(0);

    const trigger = page.locator('.seg--trigger').first();
    const word = (await trigger.textContent())?.trim() ?? '';
    await trigger.click();
    await chosenCards(page).waitFor();
    const first = await chosenNumber(page);
    const short = eventInAddress(page);
    expect(short).not.toBeNull();
    expect(await page.locator('.seg--chosen-trigger').first().textContent()).toContain(word);
    expect(await isSeen(page, '.card--chosen')).toBe(true);

    const cards = page.locator('.card');
    const last = (await cards.count()) - 1;
    expect(last).toBeGreaterThan(first);
    await cards.nth(last).getByRole('link').first().click();
    await expect.poll(() => chosenNumber(page)).toBe(last);
    expect(eventInAddress(page)).not.toBe(short);
    expect(await isSeen(page, '.seg--chosen-trigger')).toBe(true);
    expect(await chosenCards(page).count()).toBe(1);

    await page.goBack();
    await page.locator('.document').first().waitFor();
    expect(new URL(page.url()).pathname).toBe('/');
  });

  test('the text stands untouched, marks and all', async () => {
    const page = await workbench.open(`${address}?event=1`);
    await chosenCards(page).waitFor();
    const lines = await page
      .locator('.text__line')
      .evaluateAll((all) => all.map((line) => line.textContent));
    expect(lines).toEqual(envoys.text.split('\n').filter((line) => line !== ''));
  });

  test('a link with an event opens at it', async () => {
    const page = await workbench.open(`${address}?event=2`);
    await chosenCards(page).waitFor();
    expect(eventInAddress(page)).toBe('2');
    expect(await isSeen(page, '.seg--chosen-trigger')).toBe(true);
    expect(await isSeen(page, '.card--chosen')).toBe(true);
  });

  test('a second click on words of two events chooses the other one', async () => {
    const page = await workbench.open(address);
    const shared = page.locator('.seg[data-events*=" "]').first();
    const events = (await shared.getAttribute('data-events'))?.split(' ').map(Number) ?? [];
    expect(events.length).toBeGreaterThan(1);
    await shared.click({ position: { x: 2, y: 4 } });
    await expect.poll(() => chosenNumber(page)).toBe(events[0]);
    await shared.click({ position: { x: 2, y: 4 } });
    await expect.poll(() => chosenNumber(page)).toBe(events[1]);
  });
});

describe('by keyboard', () => {
  test('j and k, arrows, Enter and Escape', async () => {
    const page = await workbench.open(address);
    await page.keyboard.press('j');
    await expect.poll(() => chosenNumber(page)).toBe(0);
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => chosenNumber(page)).toBe(1);
    await page.keyboard.press('k');
    await expect.poll(() => chosenNumber(page)).toBe(0);
    await page.keyboard.press('ArrowUp');
    expect(await chosenNumber(page)).toBe(0);

    const why = page.locator('.why');
    expect(await why.evaluate((details: HTMLDetailsElement) => details.open)).toBe(false);
    await page.keyboard.press('Enter');
    await expect.poll(() => why.evaluate((details: HTMLDetailsElement) => details.open)).toBe(true);
    expect(await why.textContent()).toMatch(/Rule|Model/);

    await page.keyboard.press('Escape');
    await expect.poll(() => chosenCards(page).count()).toBe(0);
    expect(eventInAddress(page)).toBeNull();
  });

  test('? tells the keys; letters can be switched off', async () => {
    const page = await workbench.open(address);
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog', { name: 'Keys and signs' });
    await dialog.waitFor();
    await page.keyboard.press('j');
    expect(await chosenCards(page).count()).toBe(0);
    await dialog.getByRole('checkbox').uncheck();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await page.keyboard.press('j');
    expect(await chosenCards(page).count()).toBe(0);
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => chosenCards(page).count()).toBe(1);
  });

  test('every event can be reached with Tab and chosen with Enter', async () => {
    const page = await workbench.open(address);
    const trigger = page.locator('.seg--trigger:not([tabindex])').first();
    await trigger.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => chosenCards(page).count()).toBe(1);
  });
});

test('on a small screen the record is a sheet under the text', async () => {
  const page = await workbench.open(address, { viewport: { width: 390, height: 844 } });
  const sheet = page.locator('.record');
  const height = async () => (await sheet.boundingBox())?.height ?? 0;
  expect(await height()).toBeLessThan(80);
  await page.locator('.seg--trigger').first().click();
  await expect.poll(height).toBeGreaterThan(300);
  const box = await page.locator('.seg--chosen-trigger').first().boundingBox();
  const top = (await sheet.boundingBox())?.y ?? 0;
  expect(box === null ? top : box.y + box.height).toBeLessThan(top);
  await sheet.getByRole('button', { name: 'Close' }).click();
  await expect.poll(height).toBeLessThan(80);
});

test('a document that is not there says so and leads on', async () => {
  workbench.expectFault(/404/);
  const page = await workbench.open('/documents/none.txt');
  await page.getByRole('heading', { name: 'This document cannot be shown' }).waitFor();
  await page.getByRole('link', { name: 'See all documents' }).click();
  await page.locator('.document').first().waitFor();
});
