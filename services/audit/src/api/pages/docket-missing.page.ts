import { html } from './html';
import type { PageContext } from './page-context';
import { pageFrame } from './page-frame';
import { pageWords } from './page-words';

/** What stands where a case is not on the docket. */
export const docketMissingPage = (page: PageContext): string =>
  pageFrame(
    page,
    { title: page.say(pageWords.missing), path: '/docket', data: '/v1/docket' },
    html`<h1>${page.say(pageWords.missing)}</h1>
<p class="lead">${page.say(pageWords.missingHint)}</p>
<p class="back"><a href="${page.link('/docket')}">${page.say(pageWords.back)}</a></p>`,
  );
