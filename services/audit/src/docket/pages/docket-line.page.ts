import { termOf } from '@parley/contracts';
import { html, ruleLink, type Html } from '@parley/http';
import { rulePath } from '@parley/procedure';
import type { DocketDeadlineShown, DocketLineShown } from '../docket-line.response';
import type { PageContext } from './page-context.page';
import { pageWords } from './page-words.page';

// Parts that both the list of cases and the page of one case show.

/** The parties: the complainant against the respondent. */
export const partiesLine = (page: PageContext, { complainant, respondent }: DocketLineShown): Html =>
  html`${page.partyName(complainant)} <i>${page.say(pageWords.against)}</i> ${page.partyInSentence(respondent)}`;

/** The stage, and whether it stands still; or the outcome when the screening has ended. */
export function stageBadge(page: PageContext, { outcome, stage, stageName, suspended }: DocketLineShown): Html {
  if (outcome !== null) return html`<span class="badge ended">${page.say(outcome.name)}</span>`;
  const still = suspended && page.aside(page.say(pageWords.suspended));
  return html`<span class="badge"><a href="${page.link(rulePath(stage))}">${page.say(stageName)}</a>${still}</span>`;
}

/** All limits that are due next, at one instant, and whose acts they await. Seats of one side are told once. */
export function nextDeadlines(page: PageContext, line: DocketLineShown): Html {
  const [first] = line.nextDeadlines;
  if (first === undefined) return html`–`;
  const different = line.nextDeadlines.filter(
    ({ clock, awaits }, at) =>
      at === line.nextDeadlines.findIndex((each) => each.clock === clock && each.awaits === awaits),
  );
  const whats = different.map(({ name: what, rule, awaits, awaitsName }) => {
    const who = awaits !== 'nobody' && page.aside(page.say(awaitsName));
    return html`<span class="what">${page.say(what)}</span>${who} ${ruleLink(rule, page.lang)}`;
  });
  return html`${page.listed(...whats)} <span class="when">${limitEnd(page, first)}</span>`;
}

/** Whom a limit awaits: a side by its name and role, an office by what it is. */
export function whoActs(page: PageContext, line: DocketLineShown, { awaits, awaitsName }: DocketDeadlineShown): Html {
  const role = page.say(awaitsName);
  if (awaits !== 'complainant' && awaits !== 'respondent') return html`${role}`;
  return html`${page.partyInSentence(line[awaits])}${page.aside(role)}`;
}

/** When a limit ends, and whether that depends on a calendar that is not published yet. */
export const limitEnd = (page: PageContext, { dueAt, provisional }: DocketDeadlineShown): Html => {
  const mark = provisional && page.aside(page.term('provisional', page.say(pageWords.provisional)));
  return html`${page.say(pageWords.before)} ${page.minute(dueAt)}${mark}`;
};

/** How many calls were answered and how many were not. */
export function callSummary(page: PageContext, { calls }: DocketLineShown): Html {
  const { offered, answered, unanswered } = calls;
  if (offered === 0) return html`–`;
  const silent = html`${unanswered} ${page.say(termOf('call', 'unanswered'))}`;
  return page.listed(
    html`${answered} ${page.say(termOf('call', 'answered'))}`,
    unanswered > 0 ? html`<span class="silent">${silent}</span>` : silent,
  );
}
