import { clockName, termOf } from '@parley/contracts';
import { runningDeadlines } from '../../domain/docket/docket-deadlines';
import { callCountOf, outcomeOf, stageOf, type DocketLine } from '../../domain/docket/docket-line';
import { html, type Html } from './html';
import type { PageContext } from './page-context';
import { pageWords } from './page-words';

// What the list of cases and the page of one case show alike.

/** Who complains of whom. */
export const partiesLine = (page: PageContext, { complainant, respondent }: DocketLine): Html =>
  html`${page.partyName(complainant)} <i>${page.say(pageWords.against)}</i> ${page.partyInSentence(respondent)}`;

/** The stage, or how it ended. */
export function stageBadge(page: PageContext, line: DocketLine): Html {
  const outcome = outcomeOf(line);
  return outcome === null
    ? html`<span class="badge">${page.say(termOf('stage', stageOf(line)))}</span>`
    : html`<span class="badge ended">${page.say(termOf('outcome', outcome.outcome))}</span>`;
}

/** The next limit that is not over. */
export function nextDeadline(page: PageContext, line: DocketLine): Html {
  const next = runningDeadlines(line.deadlines).find(({ dueAt }) => dueAt > page.now);
  if (next === undefined) return html`–`;
  const what = page.say(clockName(next.clock));
  const provisional = next.provisional && page.aside(page.say(pageWords.provisional));
  const when = html`${page.say(pageWords.before)} ${page.minute(next.dueAt)}${provisional}`;
  return html`<span class="what">${what}</span> <span class="when">${when}</span>`;
}

/** Whether calls were answered. */
export function callSummary(page: PageContext, line: DocketLine): Html {
  const { offered, answered, unanswered } = callCountOf(line);
  if (offered === 0) return html`–`;
  const silent = html`${unanswered} ${page.say(pageWords.unanswered)}`;
  return page.listed(
    html`${answered} ${page.say(pageWords.answered)}`,
    unanswered > 0 ? html`<span class="silent">${silent}</span>` : silent,
  );
}
