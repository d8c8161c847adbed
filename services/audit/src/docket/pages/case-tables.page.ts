import { termOf } from '@parley/contracts';
import { html, type Html } from '@parley/http';
import type { Bilingual, Text } from '@parley/kernel';
import type { ComplainedOf } from '../docket-claims.rules';
import type { DocketEntryShown } from '../docket.response';
import { factsIn, textIn, wordsIn } from '../docket-deadlines.rules';
import type { DocketLine } from '../docket-line.rules';
import { claimNamed } from './complained-of.page';
import type { PageContext } from './page-context.page';
import { pageWords } from './page-words.page';

/** A small table with its heading; `false` when there are no rows. */
export function section(
  page: PageContext,
  id: string,
  title: Bilingual,
  heads: readonly Bilingual[],
  rows: readonly Html[],
): Html | false {
  if (rows.length === 0) return false;
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${page.say(title)}</h2>
<table class="plain"><thead><tr>${heads.map((head) => html`<th scope="col">${page.say(head)}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${row}</tr>`)}</tbody></table></section>`;
}

export function findings(
  page: PageContext,
  { findings: found, published }: DocketLine,
  about: ComplainedOf,
): Html | false {
  const rows = found.map(({ claimId, outcome: code, reasoned }) => {
    // Every finding that a majority carried has its reasons or says that it adopted none (I-73).
    const unreasoned = !reasoned && (code === 'substantiated' || code === 'not-substantiated');
    const texts = published?.findings.find((each) => each.claimId === claimId);
    const note = unreasoned ? pageWords.noReasons : published ? undefined : pageWords.reasonsToCome;
    const why = note ? html`<p class="note">${page.say(note)}</p>` : written(page, texts?.reasons ?? []);
    const said = html`<strong>${page.say(termOf('finding', code))}</strong>${why}`;
    const apart = (texts?.statements ?? []).map(({ side, statement }) => separateStatement(page, side, statement));
    return html`<th scope="row">${claimNamed(page, claimId, about)}</th><td>${said}${apart}</td>`;
  });
  return section(page, 'findings', pageWords.findings, [pageWords.claim, pageWords.finding], rows);
}

const separateStatement = (page: PageContext, side: string, statement: readonly Text[]): Html =>
  html`<p class="note">${page.say(pageWords.statementOf)} ${page.partyInSentence(side)}</p>${
    statement.length === 0 ? html`<p>${page.say(pageWords.noStatement)}</p>` : written(page, statement)
  }`;

/** A text of the panel, with a note where its translation failed its time (I-57). */
const written = (page: PageContext, text: readonly Text[]): Html => {
  const isInBoth = text.length === 0 || new Set(text.map(({ lang }) => lang)).size > 1;
  return html`${page.paragraphs(text)}${isInBoth ? '' : html`<p class="note">${page.say(pageWords.notTranslated)}</p>`}`;
};

export function ledger(page: PageContext, line: DocketLine): Html | false {
  const calls = Object.values(line.calls).toSorted((a, b) => (a.proposedFor < b.proposedFor ? -1 : 1));
  const rows = calls.map(({ proposedFor, offeredBy, status }) => {
    const cells = html`<td>${page.partyName(offeredBy)}</td><td class="${status}">${page.say(termOf('call', status))}</td>`;
    return html`<th scope="row">${page.minute(proposedFor)}</th>${cells}`;
  });
  return section(
    page,
    'ledger',
    pageWords.ledger,
    [pageWords.proposedFor, pageWords.offeredBy, pageWords.outcome],
    rows,
  );
}

/** Which co-heads certified the procedure and which did not (S9); `false` before the findings are issued. */
export function certification(page: PageContext, entries: readonly DocketEntryShown[]): Html | false {
  const issued = entries.findLast(({ kind }) => kind === 'findings-issued')?.facts;
  if (issued === undefined) return false;
  const signed = factsIn(issued, 'certifications').map((each) => page.partyInSentence(textIn(each, 'side')));
  const missing = wordsIn(issued, 'missing').map((side) => page.partyInSentence(side));
  return html`${signed.length > 0 && html`<span class="step">${page.say(pageWords.certifiedBy)} ${page.listed(...signed)}</span>`}${
    missing.length > 0 &&
    html`<span class="step">${page.say(pageWords.notCertifiedBy)} ${page.listed(...missing)}</span>`
  }`;
}
