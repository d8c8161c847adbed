import { clockName, termOf } from '@parley/contracts';
import { FRAME_WORDS, html, pageLink, ruleLink, type Html, type Part } from '@parley/http';
import type { Bilingual, Instant, Language, Party, Text } from '@parley/kernel';
import { rulePath } from '@parley/procedure';
import { callCountOf, dueNext, isSuspended, outcomeOf, stageOf, type DocketLine } from '../docket-line.rules';
import { DOCKET_STAGES } from '../docket.response';
import type { DocketFilter } from '../docket.table';
import { docketFrame, pageWords } from './page-words.page';

export interface DocketList {
  readonly lines: readonly DocketLine[];
  readonly filter: DocketFilter;
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
${choice(page, 'stage', page.say(pageWords.stage), stages, filter.stage)}
<button type="submit">${page.say(pageWords.filter)}</button>
</form>`;
}

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
function table(page: PageContext, lines: readonly DocketLine[]): Html {
  const heads = [pageWords.number, pageWords.matter, pageWords.stage, pageWords.nextDeadline, pageWords.calls];
  return html`<table class="docket" role="table">
<thead role="rowgroup"><tr role="row">${heads.map((head) => html`<th scope="col" role="columnheader">${page.say(head)}</th>`)}</tr></thead>
<tbody role="rowgroup">
${lines.map((line) => row(page, line))}
</tbody>
</table>`;
}

function row(page: PageContext, line: DocketLine): Html {
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

// Parts that both the list of cases and the page of one case show.

/** The parties: the complainant against the respondent. */
export const partiesLine = (page: PageContext, { complainant, respondent }: DocketLine): Html =>
  html`${page.partyName(complainant)} <i>${page.say(pageWords.against)}</i> ${page.partyInSentence(respondent)}`;

/** The stage, and whether it stands still; or the outcome when the screening has ended. */
export function stageBadge(page: PageContext, line: DocketLine): Html {
  const outcome = outcomeOf(line);
  if (outcome !== null) return html`<span class="badge ended">${page.say(termOf('outcome', outcome.outcome))}</span>`;
  const suspended = isSuspended(line) && page.aside(page.say(pageWords.suspended));
  const stage = stageOf(line);
  const name = html`<a href="${page.link(rulePath(stage))}">${page.say(termOf('stage', stage))}</a>`;
  return html`<span class="badge">${name}${suspended}</span>`;
}

/** All limits that are due next, at one instant, and whose acts they await. Seats of one side are told once. */
export function nextDeadlines(page: PageContext, line: DocketLine): Html {
  const due = dueNext(line, page.now);
  const [first] = due;
  if (first === undefined) return html`–`;
  const different = due.filter(
    ({ clock, awaitedFrom }, at) =>
      at === due.findIndex((each) => each.clock === clock && each.awaitedFrom === awaitedFrom),
  );
  const whats = different.map(({ clock, rule, awaitedFrom }) => {
    const who = awaitedFrom !== 'nobody' && page.aside(page.say(termOf('who', awaitedFrom)));
    const name = html`<span class="what">${page.say(clockName(clock))}</span>`;
    return html`${name}${who} ${ruleLink(rule, page.lang)}`;
  });
  const provisional = first.provisional && page.aside(page.say(pageWords.provisional));
  const when = html`${page.say(pageWords.before)} ${page.minute(first.dueAt)}${provisional}`;
  return html`${page.listed(...whats)} <span class="when">${when}</span>`;
}

/** How many calls were answered and how many were not. */
export function callSummary(page: PageContext, line: DocketLine): Html {
  const { offered, answered, unanswered } = callCountOf(line);
  if (offered === 0) return html`–`;
  const silent = html`${unanswered} ${page.say(termOf('call', 'unanswered'))}`;
  return page.listed(
    html`${answered} ${page.say(termOf('call', 'answered'))}`,
    unanswered > 0 ? html`<span class="silent">${silent}</span>` : silent,
  );
}

/** The language of a page, the names of the parties, and the time zone of the seat. */
export class PageContext {
  readonly #day: Intl.DateTimeFormat;
  readonly #minute: Intl.DateTimeFormat;

  constructor(
    readonly lang: Language,
    readonly parties: readonly Party[],
    readonly now: Instant,
    zone: string,
  ) {
    const locale = lang === 'en' ? 'en-GB' : 'zh-CN';
    this.#day = new Intl.DateTimeFormat(locale, {
      timeZone: zone,
      year: 'numeric',
      month: lang === 'en' ? 'short' : 'long',
      day: 'numeric',
    });
    this.#minute = new Intl.DateTimeFormat(locale, {
      timeZone: zone,
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZoneName: lang === 'en' ? 'short' : 'shortOffset',
    });
  }

  /** The secretariat's words in the language of the page. */
  say(words: Bilingual): string {
    return words[this.lang];
  }

  partyName(code: string): string {
    const party = this.parties.find((one) => one.code === code);
    return party ? this.say(party.name) : code;
  }

  /** Like `partyName`, within a sentence: `the United States`. */
  partyInSentence(code: string): string {
    const party = this.parties.find((one) => one.code === code);
    return party ? this.say(party.inSentence) : code;
  }

  /** A day, with the instant in machine form. */
  day(instant: string): Html {
    return html`<time datetime="${instant}">${this.#day.format(new Date(instant))}</time>`;
  }

  /** A day and a minute in seat time, with the offset or name of its zone. */
  minute(instant: string): Html {
    const date = new Date(instant);
    const parts = this.#minute.formatToParts(date);
    const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((one) => one.type === type)?.value ?? '';
    const time = `${part('hour')}:${part('minute')}`;
    const zone = part('timeZoneName').replace('GMT', 'UTC');
    const minute = this.lang === 'en' ? `${time} ${zone}` : `${time}（${zone}）`;
    return html`<time datetime="${instant}">${this.#day.format(date)} <span class="minute">${minute}</span></time>`;
  }

  /** Things in a row within one sentence. */
  listed(...things: readonly Part[]): Html {
    return html`${things.map((thing, index) => (index === 0 ? thing : html`${this.lang === 'en' ? ', ' : '，'}${thing}`))}`;
  }

  /** A remark in brackets. */
  aside(thing: Part): Html {
    return this.lang === 'en' ? html` (${thing})` : html`（${thing}）`;
  }

  /**
   * What a person wrote, in the language of the page if there is such a text, else in its own. It is isolated from the
   * text around it, so that its direction of writing does not spill over.
   */
  written(texts: readonly Text[], otherwise?: Html): Html {
    const text = texts.find(({ lang }) => lang === this.lang) ?? texts[0];
    if (text === undefined) return html`–`;
    return html`<bdi lang="${text.lang}">${text.text}</bdi>${text.lang !== this.lang && otherwise}`;
  }

  /** All texts of a person in the language of the page, a paragraph each; all of them when there is none in it. */
  paragraphs(texts: readonly Text[]): Html {
    const own = texts.filter(({ lang }) => lang === this.lang);
    return html`${(own.length > 0 ? own : texts).map(({ lang, text }) => html`<p class="written" lang="${lang}"><bdi>${text}</bdi></p>`)}`;
  }

  /** The address of a page, in the language of this page or another. */
  link(
    path: string,
    query: Readonly<Record<string, string | number | undefined>> = {},
    lang: Language = this.lang,
  ): string {
    return pageLink(path, lang, query);
  }
}
