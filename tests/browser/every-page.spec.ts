import { describeWithBrowser, openBrowser } from '@parley/testing/browser';
import type { Browser, Page } from 'playwright-core';
import type { ParleyProcess } from '../support/parley-process';
import { findingsOf, NARROW, noteComplaints, scrollsSideways, WIDE } from './look-at-page';
import { inLanguage, pagesOf, pagesOfDocs, startPlayed, type SeenPage } from './played-parley';

/**
 * Colours do not depend on the language, nor does the outline of a page: so each page is held to every rule twice, in
 * each language once, light and dark, wide and narrow.
 */
const LOOKS = [
  { lang: 'en', colorScheme: 'light', viewport: WIDE },
  { lang: 'zh-Hans', colorScheme: 'dark', viewport: NARROW },
] as const;

describeWithBrowser('every page that people see, in a real browser', () => {
  let parley: ParleyProcess;
  let browser: Browser;
  let pages: readonly SeenPage[];
  /** Every chapter of the interface and every guide that is not among them. */
  let docs: readonly SeenPage[];

  beforeAll(async () => {
    [parley, browser] = await Promise.all([startPlayed(), openBrowser()]);
    pages = await pagesOf(parley.url);
    const known = new Set(pages.map(({ path }) => path));
    docs = (await pagesOfDocs(parley.url)).filter(({ path }) => !known.has(path));
  }, 600_000);
  afterAll(async () => {
    await browser.close();
    await parley.stop();
  });

  /** Opens each page in a language, says what its opening showed, and gives it to be looked at. */
  async function eachPage(
    page: Page,
    lang: string,
    look: (path: string) => Promise<void>,
    seen: readonly SeenPage[] = pages,
  ): Promise<void> {
    for (const { path, status } of seen) {
      const answer = await page.goto(`${parley.url}${inLanguage(path, lang)}`);
      expect([path, answer?.status(), await page.locator('html').getAttribute('lang')]).toEqual([path, status, lang]);
      await look(path);
    }
  }

  async function expectNoFinding(
    { lang, colorScheme, viewport }: (typeof LOOKS)[number],
    seen: readonly SeenPage[],
  ): Promise<void> {
    const page = await browser.newPage({ colorScheme, viewport });
    const complaints = noteComplaints(page, parley.url);
    const found: string[] = [];
    const look = async (path: string): Promise<void> => {
      found.push(...(await findingsOf(page)).map((finding) => `${path}: ${finding}`));
    };
    await eachPage(page, lang, look, seen);
    expect(found).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  }

  it.each(LOOKS)(
    'has no finding of axe in $lang, $colorScheme, and neither complains nor asks elsewhere',
    (look) => expectNoFinding(look, pages),
    600_000,
  );

  // The longest of them has nine thousand elements, and axe looks at each: so they take turns with the looks.
  it.each(LOOKS)(
    'has none in every other chapter of the interface and guide, in $lang, $colorScheme',
    (look) =>
      expectNoFinding(
        look,
        docs.filter((_, index) => LOOKS[index % LOOKS.length]?.lang === look.lang),
      ),
    900_000,
  );

  it.each(['en', 'zh-Hans'])('never scrolls sideways on a screen of 320 px, in %s', async (lang) => {
    const page = await browser.newPage({ viewport: NARROW });
    const scrolling: string[] = [];
    const look = async (path: string): Promise<void> => {
      if (await scrollsSideways(page)) scrolling.push(path);
    };
    await eachPage(page, lang, look, [...pages, ...docs]);
    expect(scrolling).toEqual([]);
    await page.close();
  });

  it('says the same without script', async () => {
    const [withScript, without] = await Promise.all(
      [true, false].map(async (javaScriptEnabled) => {
        const page = await browser.newPage({ javaScriptEnabled });
        const said: (readonly string[])[] = [];
        await eachPage(page, 'en', async (path) => {
          said.push([path, await page.locator('body').innerText()]);
        });
        await page.close();
        return said;
      }),
    );
    expect(without).toEqual(withScript);
    expect(without?.filter(([, text = '']) => text.length < 200)).toEqual([]);
  });

  it('leads on without script: to a case, its rule and back, and from a search to an operation', async () => {
    const page = await browser.newPage({ javaScriptEnabled: false, viewport: NARROW });
    const heading = (): Promise<string> => page.locator('h1').innerText();
    await page.goto(`${parley.url}/?lang=en`);
    await page.locator('main').getByRole('link', { name: 'Public docket' }).click();
    await page.getByRole('link', { name: 'CN-2025-0001' }).click();
    expect(await heading()).toContain('Additional Tariff Measures on Goods from China');
    await page.getByRole('link', { name: '中文' }).click();
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-Hans');
    await page.locator('a.rule').first().click();
    expect(new URL(page.url()).pathname).toMatch(/^\/rules\//);
    await page.locator('.back a').click();
    expect([new URL(page.url()).pathname, await heading()]).toEqual(['/rules', '程序规则']);
    await page.goto(`${parley.url}/docs?lang=en`);
    await page.getByRole('searchbox').fill('withdraw a claim');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.locator('section:has(#found) a').first().click();
    const { pathname, hash } = new URL(page.url());
    expect([pathname, hash]).toEqual([expect.stringMatching(/^\/docs\/[a-z-]+$/), expect.stringMatching(/^#\w+$/)]);
    await expect(page.locator(hash).isVisible()).resolves.toBe(true);
    await page.close();
  });
});
