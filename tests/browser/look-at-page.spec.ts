import { describeWithBrowser, openBrowser } from '@parley/testing/browser';
import type { Browser } from 'playwright-core';
import { findingsOf, NARROW, noteComplaints, scrollsSideways } from './look-at-page';

const FAULTY = `<p style="color: #999; width: 400px">Pale and wide</p>
<img src="http://elsewhere.invalid/a.png"><script>throw new Error('broken')</script>`;
const SOUND = `<!doctype html><html lang="en"><title>Sound</title><main><h1>Sound</h1><p>Black on white.</p></main>`;

describeWithBrowser('a look at a page', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  const lookAt = async (content: string) => {
    const page = await browser.newPage({ viewport: NARROW });
    const complaints = noteComplaints(page, 'http://127.0.0.1');
    await page.setContent(content);
    return { findings: await findingsOf(page), scrolls: await scrollsSideways(page), complaints };
  };

  it('sees each kind of fault', async () => {
    const { findings, scrolls, complaints } = await lookAt(FAULTY);
    const found = ['color-contrast', 'document-title', 'html-has-lang', 'image-alt', 'landmark-one-main'];
    expect(findings.map((each) => each.split(':')[0])).toEqual(expect.arrayContaining(found));
    expect(scrolls).toBe(true);
    expect(complaints).toEqual(
      expect.arrayContaining([expect.stringContaining('elsewhere.invalid'), expect.stringContaining('broken')]),
    );
  });

  it('sees none where there is none', async () => {
    expect(await lookAt(SOUND)).toEqual({ findings: [], scrolls: false, complaints: [] });
  });
});
