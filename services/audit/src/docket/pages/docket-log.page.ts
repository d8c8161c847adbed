import { html, type Html } from '@parley/http';
import type { FoundOfReads } from '@parley/processes';
import type { AttestationShown } from '../../log/log.response';
import type { DocketEntryShown, LoggedEntryShown } from '../docket.response';
import type { LastWalk } from '../../completeness/record-walks';
import { attestationPart, haltedPart } from './attestation.page';
import type { PageContext } from './page-context.page';
import { docketFrame, pageWords } from './page-words.page';
import { walkShown } from './record-walk.page';
import { readsShown } from './reads-found.page';

const LOG = '/docket/log';

/** The page of an entry of the public log. */
export const entryPath = (serial: number): string => `${LOG}/${String(serial)}`;

export interface LogPage {
  /** The newest first. */
  readonly entries: readonly DocketEntryShown[];
  /** What the witnesses of both sides have cosigned; absent where the log has none. */
  readonly attestation?: AttestationShown;
  /** Whether the transparency log has found that it may not go on. */
  readonly isHalted: boolean;
  /** The serial before which this page begins; absent on the first page. */
  readonly before?: number;
  /** The serial before which the next page begins; absent on the last page. */
  readonly older?: number;
  /** The last check of the whole record; `null` before the first. */
  readonly walk: LastWalk | null;
  /** What was found of the logs of reads, the oldest first. */
  readonly reads: readonly FoundOfReads[];
}

/** The public log for people, the newest entries first. */
export const docketLogPage = (
  page: PageContext,
  { entries, attestation, isHalted, before, older, walk, reads }: LogPage,
): string =>
  docketFrame(
    page,
    { title: page.say(pageWords.log), path: LOG, query: { before }, data: `/v1${LOG}` },
    html`<h1>${page.say(pageWords.log)}</h1>
<p class="lead">${page.say(pageWords.logIntro)}</p>
${isHalted && haltedPart(page)}
${attestation && attestationPart(page, attestation)}
${walkShown(page, walk)}
${readsShown(page, reads)}
${verifierPart(page)}
${entries.length === 0 && html`<p class="nothing">${page.say(pageWords.emptyLog)}</p>`}
<ol class="chronology" reversed>
${entries.map((entry) => logged(page, entry))}</ol>
<nav class="pages" aria-label="${page.say(pageWords.log)}">
${before !== undefined && html`<a rel="first" href="${page.link(LOG)}">${page.say(pageWords.newestEntries)}</a>`}
${older !== undefined && html`<a rel="next" href="${page.link(LOG, { before: older })}">${page.say(pageWords.olderEntries)}</a>`}
</nav>`,
  );

/** Where a reader finds what verifies a dossier, and by what it is known. */
const verifierPart = (page: PageContext): Html => html`<p class="note">${page.say(pageWords.verifier)}
<a href="/verify.html">verify.html</a> · <a href="/verify.mjs">verify.mjs</a> · <a href="/v1/log/policy">policy</a> ·
<a href="/verify.sha256">${page.say(pageWords.verifierDigests)}</a></p>`;

const logged = (page: PageContext, { serial, docketNumber, at, texts }: DocketEntryShown): Html => html`<li>
<span class="at">${page.minute(at)}</span>
<span class="said">${docketNumber !== null && html`${caseLink(page, docketNumber)} `}${page.sentence(texts)}</span>
<a class="serial" href="${page.link(entryPath(serial))}">${page.say(pageWords.entry)} ${serial}</a>
</li>
`;

const caseLink = (page: PageContext, docketNumber: string): Html =>
  html`<a href="${page.link(`/docket/${docketNumber}`)}">${docketNumber}</a>`;

/** One entry of the public log, made of its JSON alone. */
export function docketEntryPage(page: PageContext, entry: LoggedEntryShown, isLast: boolean): string {
  const { serial, docketNumber, at, recordedAt, texts, sourceEventId, previous, commitment } = entry;
  const title = `${page.say(pageWords.entry)} ${String(serial)}`;
  const rows = [
    [pageWords.matter, docketNumber === null ? page.say(pageWords.noCase) : caseLink(page, docketNumber)],
    [pageWords.inLaw, page.minute(at)],
    [pageWords.entered, page.minute(recordedAt)],
    [pageWords.source, html`<code>${sourceEventId}</code>`],
    [pageWords.previous, previous === null ? html`–` : html`<code>${previous}</code>`],
    [pageWords.commitment, html`<code>${commitment}</code>`],
  ] as const;
  return docketFrame(
    page,
    { title, path: entryPath(serial), data: `/v1${LOG}?cursor=${String(serial - 1)}&limit=1` },
    html`<p class="back"><a href="${page.link(LOG)}">${page.say(pageWords.log)}</a></p>
<article>
<h1>${title}</h1>
<p class="written">${page.sentence(texts)}</p>
<dl class="clock">
${rows.map(
  ([name, value]) => html`<div><dt>${page.say(name)}</dt><dd>${value}</dd></div>
`,
)}</dl>
<p class="note">${page.say(pageWords.chain)}</p>
${verifierPart(page)}
</article>
<nav class="pages" aria-label="${page.say(pageWords.log)}">
${serial > 1 && html`<a rel="prev" href="${page.link(entryPath(serial - 1))}">${page.say(pageWords.entry)} ${serial - 1}</a>`}
${!isLast && html`<a rel="next" href="${page.link(entryPath(serial + 1))}">${page.say(pageWords.entry)} ${serial + 1}</a>`}
</nav>`,
  );
}
