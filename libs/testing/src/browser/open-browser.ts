import { chromium, type Browser } from 'playwright-core';
import { describeUnlessAbsent } from '../describe-unless';
import { findChromium } from './chromium';

/**
 * `describe` where Chromium can be started. Elsewhere the block is skipped, and the end of the run says so and why;
 * with PARLEY_REQUIRE_BROWSER=1 it fails instead.
 */
export function describeWithBrowser(name: string, specs: () => void): void {
  const found = findChromium();
  const needed = {
    what: 'a browser',
    absence: found.kind === 'absent' ? found.why : null,
    isRequired: process.env['PARLEY_REQUIRE_BROWSER'] === '1',
  };
  describeUnlessAbsent(name, needed, specs);
}

/**
 * A browser of its own, to be closed by who opened it. It has no sandbox, which neither root nor most containers can
 * give it: open nothing in it but pages of our own.
 * @throws when there is none; call it only inside of `describeWithBrowser`
 */
export async function openBrowser(): Promise<Browser> {
  const found = findChromium();
  if (found.kind === 'absent') throw new Error(`There is no browser to test with: ${found.why}.`);
  const { binary, env } = found.chromium;
  return chromium.launch({ executablePath: binary, env: { ...process.env, ...env }, chromiumSandbox: false });
}
