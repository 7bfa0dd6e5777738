import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { openBrowser, openPage } from '../test/browser/open-browser.ts';
import { startWorkbench } from '../test/browser/start-workbench.ts';

/** Takes the pictures of the documentation: the workbench over the sample corpus, in a ledger of its own. */

const folder = 'docs/screenshots';

const sizes = {
  wide: { width: 1440, height: 900 },
  middle: { width: 1024, height: 768 },
  small: { width: 390, height: 844 },
} as const;

interface Shot {
  readonly name: string;
  readonly path: string;
  readonly size: keyof typeof sizes;
  readonly theme: 'light' | 'dark';
  /** What must be on the page before the picture is taken. */
  readonly awaits: string;
}

/** The document with most events: the reader shows most with it. */
async function findRichest(address: string): Promise<string> {
  const answer = await fetch(`${address}/api/documents?limit=1000`);
  const { items } = (await answer.json()) as { items: { id: string; events: number }[] };
  const [richest] = items.sort((a, b) => b.events - a.events);
  if (richest === undefined) throw new Error('the sample corpus holds no document');
  return `/documents/${encodeURIComponent(richest.id)}`;
}

function listShots(reader: string): readonly Shot[] {
  const chosen = `${reader}?event=3`;
  const document = '.document';
  const card = '.card--chosen';
  return [
    { name: 'documents', path: '/', size: 'wide', theme: 'light', awaits: document },
    { name: 'documents-small', path: '/', size: 'small', theme: 'light', awaits: document },
    { name: 'reader', path: chosen, size: 'wide', theme: 'light', awaits: card },
    { name: 'reader-dark', path: chosen, size: 'wide', theme: 'dark', awaits: card },
    { name: 'reader-small', path: chosen, size: 'small', theme: 'dark', awaits: card },
    { name: 'events', path: '/events', size: 'wide', theme: 'light', awaits: '.event' },
    { name: 'paste', path: '/paste', size: 'middle', theme: 'light', awaits: '.paste' },
  ];
}

async function take(browser: Browser, address: string, shot: Shot): Promise<void> {
  const { page } = await openPage(browser, address, {
    viewport: sizes[shot.size],
    colorScheme: shot.theme,
  });
  await page.goto(shot.path, { waitUntil: 'networkidle' });
  await page.locator(shot.awaits).first().waitFor();
  await page.evaluate(() => document.fonts.ready);
  const path = join(folder, `${shot.name}.png`);
  await page.screenshot({ path });
  await page.context().close();
  console.log(path);
}

mkdirSync(folder, { recursive: true });
const workbench = await startWorkbench(['sample']);
try {
  const browser = await openBrowser();
  try {
    for (const shot of listShots(await findRichest(workbench.address))) {
      await take(browser, workbench.address, shot);
    }
  } finally {
    await browser.close();
  }
} finally {
  await workbench.stop();
}
