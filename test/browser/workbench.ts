import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { openBrowser, openPage, type WatchedPage } from './open-browser.ts';
import { type ReportLine, type RunningWorkbench, startWorkbench } from './start-workbench.ts';

/**
 * A workbench over the given reports for all tests of a file. `open` opens a page in a fresh profile; after each test
 * no page may have spoken to another host, thrown, or logged an error but those that the test expects.
 */
export function prepareWorkbench(reports: readonly ReportLine[]) {
  let workbench: RunningWorkbench;
  let browser: Browser;
  const opened: WatchedPage[] = [];
  const expected: RegExp[] = [];

  beforeAll(async () => {
    workbench = await startWorkbench(reports);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await workbench?.stop();
  });
  afterEach(async () => {
    const pages = opened.splice(0);
    const allowed = expected.splice(0);
    for (const { page } of pages) await page.context().close();
    for (const { foreign, faults } of pages) {
      expect(foreign).toEqual([]);
      expect(faults.filter((fault) => !allowed.some((one) => one.test(fault)))).toEqual([]);
    }
  });

  return {
    open: async (path: string, options?: BrowserContextOptions) => {
      const watched = await openPage(browser, workbench.address, options);
      opened.push(watched);
      await watched.page.goto(path, { waitUntil: 'networkidle' });
      return watched.page;
    },
    /** An error of the console that the test brings about. */
    expectFault: (fault: RegExp) => expected.push(fault),
    /** Keeps a report as it stands; "tightrope add" would take HTML for HTML and read the text in it. */
    post: async (report: ReportLine) => {
      const answer = await fetch(`${workbench.address}/api/documents`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(report),
      });
      expect(answer.status).toBe(201);
    },
    stop: () => workbench.stop(),
  };
}
