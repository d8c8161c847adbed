import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** Success criteria of WCAG 2.2 up to AA, and what axe holds to be good practice beyond them. */
const HELD_TO = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Narrowest screen on which WCAG 2.2 (1.4.10) lets nothing scroll sideways, in CSS pixels. */
export const NARROW = { width: 320, height: 800 };
export const WIDE = { width: 1280, height: 800 };

/** What axe finds on a page, and what it could not decide, each with where. */
export async function findingsOf(page: Page): Promise<readonly string[]> {
  // Without the legacy mode axe opens a second page for its last step. Our pages have no frames that need it.
  const { violations, incomplete } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ runOnly: { type: 'tag', values: HELD_TO }, resultTypes: ['violations', 'incomplete'] })
    .analyze();
  return [...violations, ...incomplete].flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 200)} ${failureSummary.slice(0, 200)}`),
  );
}

/** Whether the reader would have to scroll the page sideways. */
export const scrollsSideways = (page: Page): Promise<boolean> =>
  page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');

/** Notes what the browser complains about, and each request that leaves the site. */
export function noteComplaints(page: Page, site: string): readonly string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    // A page that is not there answers 404, and the browser says so of its own accord.
    const isOfPage = message.location().url === page.url();
    const saysMissing = message.text().includes('the server responded with a status of 404');
    if (['error', 'warning'].includes(message.type()) && !(isOfPage && saysMissing)) {
      complaints.push(`${page.url()}: ${message.text()}`);
    }
  });
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== site) complaints.push(`${page.url()} asks ${request.url()}`);
  });
  return complaints;
}
