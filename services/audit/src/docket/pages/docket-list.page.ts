import { termOf, TERMS } from '@parley/contracts';
import { FRAME_WORDS, html, type Html } from '@parley/http';
import type { Bilingual, IsoDate } from '@parley/kernel';
import { AGREEMENT_CODES, agreementName } from '@parley/procedure';
import type { DocketLineShown } from '../docket-line.response';
import { DOCKET_STATUSES } from '../docket-line.rules';
import { DOCKET_STAGES } from '../docket.response';
import type { DocketFilter } from '../docket.table';
import { callSummary, nextDeadlines, partiesLine, stageBadge } from './docket-line.page';
import type { PageContext } from './page-context.page';
import { docketFrame, pageWords } from './page-words.page';

/** What the form asks for. */
export interface AskedOfDocket extends Omit<DocketFilter, 'dueFrom' | 'dueTo'> {
  /** Days at the seat. What is due on the last one is meant, too. */
  readonly dueFrom?: IsoDate;
  readonly dueTo?: IsoDate;
}

export interface DocketList {
  readonly lines: readonly DocketLineShown[];
  readonly filter: AskedOfDocket;
  /** Years to choose from, the newest first. */
  readonly years: readonly number[];
  /** The serial before which this page begins; absent on the first page. */
  readonly before?: number;
  /** The serial before which the next page begins; absent on the last page. */
  readonly older?: number;
}

export function docketListPage(page: PageContext, list: DocketList): string {
  const { filter, before, older, lines } = list;
  const query = { ...filter };
  return docketFrame(
    page,
    { title: page.say(FRAME_WORDS.docket), path: '/docket', query: { ...query, before }, data: '/v1/docket' },
    html`<h1>${page.say(FRAME_WORDS.docket)}</h1>
<p class="lead">${page.say(pageWords.intro)}</p>
${filterForm(page, list)}
${lines.length === 0 ? html`<p class="nothing">${page.say(isFiltered(list) ? pageWords.none : pageWords.empty)}</p>` : table(page, lines)}
<nav class="pages" aria-label="${page.say(FRAME_WORDS.docket)}">
${before !== undefined && html`<a rel="first" href="${page.link('/docket', query)}">${page.say(pageWords.newest)}</a>`}
${older !== undefined && html`<a rel="next" href="${page.link('/docket', { ...query, before: older })}">${page.say(pageWords.older)}</a>`}
</nav>`,
  );
}

const isFiltered = ({ filter, before }: DocketList): boolean =>
  before !== undefined || Object.values(filter).some((value) => value !== undefined);

function filterForm(page: PageContext, { filter, years }: DocketList): Html {
  const parties = page.parties.map(({ code }) => [code, page.partyName(code)] as const);
  const stages = DOCKET_STAGES.map((stage) => [stage, page.say(termOf('stage', stage))] as const);
  const outcomes = Object.entries(TERMS.outcome).map(([outcome, words]) => [outcome, page.say(words)] as const);
  const statuses = DOCKET_STATUSES.map((status) => [status, page.say(STATUS_WORDS[status])] as const);
  const agreements = AGREEMENT_CODES.map((code) => [code, page.say(agreementName(code))] as const);
  return html`<form class="filter" method="get" action="/docket">
<input type="hidden" name="lang" value="${page.lang}">
${choice(page, 'party', page.say(pageWords.party), parties, filter.party)}
${choice(
  page,
  'year',
  page.say(pageWords.year),
  years.map((year) => [String(year), String(year)] as const),
  filter.year?.toString(),
)}
${choice(page, 'status', page.say(pageWords.status), statuses, filter.status)}
${choice(page, 'stage', page.say(pageWords.stage), stages, filter.stage)}
${choice(page, 'outcome', page.say(pageWords.outcome), outcomes, filter.outcome)}
${choice(page, 'agreement', page.say(pageWords.agreement), agreements, filter.agreement)}
<label><span>${page.say(pageWords.measureNumber)}</span><input name="measure" maxlength="100" value="${filter.measure ?? ''}"></label>
${day('dueFrom', page.say(pageWords.dueFrom), filter.dueFrom)}
${day('dueTo', page.say(pageWords.dueTo), filter.dueTo)}
<button type="submit">${page.say(pageWords.filter)}</button>
</form>`;
}

const STATUS_WORDS: Readonly<Record<(typeof DOCKET_STATUSES)[number], Bilingual>> = {
  registered: termOf('screening', 'under-way'),
  suspended: pageWords.suspended,
  ended: termOf('stage', 'S11'),
};

const day = (name: string, label: string, chosen = ''): Html =>
  html`<label><span>${label}</span><input type="date" name="${name}" value="${chosen}"></label>`;

const choice = (
  page: PageContext,
  name: string,
  label: string,
  options: readonly (readonly [string, string])[],
  chosen: string | undefined,
): Html =>
  html`<label><span>${label}</span><select name="${name}"><option value="">${page.say(pageWords.all)}</option>${options.map(
    ([value, text]) => html`<option value="${value}"${value === chosen && html` selected`}>${text}</option>`,
  )}</select></label>`;

/**
 * The roles are spelt out because the narrow style lays the rows out as blocks, and without roles the table would lose
 * its meaning.
 */
function table(page: PageContext, lines: readonly DocketLineShown[]): Html {
  const heads = [pageWords.number, pageWords.matter, pageWords.stage, pageWords.nextDeadline, pageWords.calls];
  return html`<table class="docket" role="table">
<thead role="rowgroup"><tr role="row">${heads.map((head) => html`<th scope="col" role="columnheader">${page.say(head)}</th>`)}</tr></thead>
<tbody role="rowgroup">
${lines.map((line) => row(page, line))}
</tbody>
</table>`;
}

function row(page: PageContext, line: DocketLineShown): Html {
  const number = html`<a href="${page.link(`/docket/${line.docketNumber}`)}">${line.docketNumber}</a>`;
  const cells: readonly (readonly [Bilingual, Html])[] = [
    [pageWords.stage, stageBadge(page, line)],
    [pageWords.nextDeadline, nextDeadlines(page, line)],
    [pageWords.calls, callSummary(page, line)],
  ];
  return html`<tr role="row">
<th scope="row" role="rowheader">${number}<span class="since">${page.day(line.registeredAt)}</span></th>
<td class="matter" role="cell"><span class="subject">${page.written(line.subject)}</span><span class="parties">${partiesLine(page, line)}</span></td>
${cells.map(([head, value]) => html`<td role="cell" data-label="${page.say(head)}">${value}</td>`)}
</tr>
`;
}
