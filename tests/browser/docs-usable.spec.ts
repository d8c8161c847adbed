import { describeWithBrowser, openBrowser } from '@parley/testing/browser';
import type { Browser, Page } from 'playwright-core';
import { ParleyProcess } from '../support/parley-process';
import { WIDE } from './look-at-page';

/** Bytes of `/docs` and all that it needs, as they go over the line. */
const MOST_BYTES = 100_000;

interface Opened {
  /** Milliseconds from the navigation to the first paint of content, as the browser tells. */
  readonly paintedMs: number;
  /** Milliseconds from the navigation until the search can be typed into, as the test saw it. */
  readonly usableMs: number;
  readonly requests: readonly string[];
  readonly bytes: number;
}

async function open(page: Page, address: string): Promise<Opened> {
  const network = await page.context().newCDPSession(page);
  await network.send('Network.enable');
  const requests: string[] = [];
  let bytes = 0;
  network.on('Network.requestWillBeSent', ({ request }) => requests.push(new URL(request.url).pathname));
  network.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  const from = Date.now();
  const loading = page.goto(address, { waitUntil: 'networkidle' });
  await page.locator('input[type=search]:enabled').waitFor({ timeout: 60_000 });
  const usableMs = Date.now() - from;
  await loading;
  const paintedMs = await page.evaluate<number>(
    `performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? -1`,
  );
  return { paintedMs, usableMs, requests, bytes };
}

describeWithBrowser('the interface for programs, /docs, in a real browser', () => {
  let parley: ParleyProcess;
  let browser: Browser;

  beforeAll(async () => {
    [parley, browser] = await Promise.all([ParleyProcess.start({ form: 'standalone' }), openBrowser()]);
  }, 300_000);
  afterAll(async () => {
    await browser.close();
    await parley.stop();
  });

  it.each(['en', 'zh-Hans'])('is usable with one page and one style sheet, in %s', async (lang) => {
    const page = await browser.newPage({ viewport: WIDE });
    const { paintedMs, usableMs, requests, bytes } = await open(page, `${parley.url}/docs?lang=${lang}`);
    const figures = { paintedMs: Math.round(paintedMs), usableMs, bytes };
    // How long it takes depends on the machine, so the figures are told, and what it has to do for it is held.
    process.stdout.write(`/docs in ${lang}, opened by a browser that has nothing of it: ${JSON.stringify(figures)}\n`);
    expect(requests).toEqual(['/docs', '/pages.css']);
    expect(paintedMs).toBeGreaterThan(0);
    expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
    await page.close();
  });

  it('leads to a page that verifies a dossier and asks nobody for anything more', async () => {
    const page = await browser.newPage({ viewport: WIDE });
    await page.goto(`${parley.url}/docs?lang=en`);
    const requests: string[] = [];
    page.on('request', (request) => requests.push(new URL(request.url()).pathname));
    await page.click('a[href^="/verify.html"]');
    // It runs under the policy with which it is served: nothing was given to it, and that is no dossier.
    await page.click('#verify');
    await page.locator('#answer[data-code="bag-malformed"]').waitFor();
    const outcome = await page.evaluate("fetch('/v1/keys').then(() => 'answered', () => 'refused')");
    expect([outcome, requests]).toEqual(['refused', ['/verify.html']]);
    await page.close();
  });
});
