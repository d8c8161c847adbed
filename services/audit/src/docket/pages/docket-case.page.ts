import { reasonOf, termOf, wordBook } from '@parley/contracts';
import { html, type Html } from '@parley/http';
import type { Bilingual, Instant } from '@parley/kernel';
import { rulesOfVersionPath } from '@parley/procedure';
import { complainedOf } from '../docket-claims.rules';
import { OF_NO_CASE } from '../docket-deadlines.rules';
import { forumDocumentsOf, outcomeOf, type DocketLine } from '../docket-line.rules';
import type { DocketCaseShown, DocketEntryShown } from '../docket.response';
import { evolveLine } from '../docket.rules';
import { caseCalendarPath } from '../feeds/feeds.http';
import { silence, whereItStands } from './case-now.page';
import { certification, findings, ledger } from './case-tables.page';
import { complainedOfSection } from './complained-of.page';
import { callSummary, partiesLine } from './docket-line.page';
import { entryPath } from './docket-log.page';
import type { PageContext } from './page-context.page';
import { docketFrame, pageWords } from './page-words.page';

/** The page of a case, made of the JSON of the same case alone. */
export function docketCasePage(page: PageContext, { line, entries, next }: DocketCaseShown): string {
  const path = `/docket/${line.docketNumber}`;
  const told = toldBy(entries);
  const chronology = byInstant(entries);
  const about = complainedOf(entries);
  return docketFrame(
    page,
    { title: line.docketNumber, path, data: `/v1${path}` },
    html`<p class="back"><a href="${page.link('/docket')}">${page.say(pageWords.back)}</a></p>
<article>
<header class="case">
<p class="number">${line.docketNumber}</p>
<h1>${page.written(line.subject, html`<small>${page.aside(page.say(pageWords.original))}</small>`)}</h1>
<p class="parties">${partiesLine(page, line)}</p>
</header>
${whereItStands(page, line)}
<section aria-labelledby="summary"><h2 id="summary">${page.say(pageWords.summary)}</h2>
<p class="written">${page.written(line.publicSummary)}</p></section>
${complainedOfSection(page, about)}
${
  told &&
  html`<section aria-labelledby="facts"><h2 id="facts">${page.say(pageWords.facts)}</h2>
<dl class="facts">
${facts(page, { line, entries, next }, told).map(
  ([
    name,
    value,
    word,
  ]) => html`<div><dt>${word ? page.term(word, page.say(name)) : page.say(name)}</dt><dd>${value}</dd></div>
`,
)}</dl></section>
${findings(page, told, about)}
${ledger(page, told)}
${silence(page, chronology, told)}`
}
<section aria-labelledby="chronology"><h2 id="chronology">${page.say(pageWords.chronology)}</h2>
<p class="note">${page.say(pageWords.chronologyNote)}
<a href="${caseCalendarPath(line.docketNumber, page.lang)}" type="text/calendar">${page.say(pageWords.calendar)}</a></p>
<ol class="chronology">
${chronology.map((entry) => chronicled(page, entry))}</ol>
${next !== null && html`<p class="note">${page.say(pageWords.more)}</p>`}</section>
</article>`,
  );
}

/**
 * What the entries tell of their case beside its line. What orders limits is not among the entries that are shown, so
 * those are the line's alone.
 */
const toldBy = (entries: readonly DocketEntryShown[]): DocketLine | undefined =>
  entries.reduce<DocketLine | undefined>((told, { docketNumber, ...entry }) => {
    const at = entry.at as Instant;
    const recorded = { at, recordedAt: at, sequence: entry.serial };
    return evolveLine(told, { ...entry, ...recorded, docketNumber: docketNumber ?? OF_NO_CASE });
  }, undefined);

/** What a fact is called and what it is, with the word of the glossary that says what it means. */
type FactRow = readonly [name: Bilingual, value: Html, word?: string];

function facts(page: PageContext, { line, entries }: DocketCaseShown, told: DocketLine): readonly FactRow[] {
  const { panelConvenedAt } = told;
  const certified = certification(page, entries);
  return [
    [pageWords.measuresOf, page.listed(...line.measuresOf.map((code) => page.partyName(code))), 'measure'],
    [pageWords.registered, page.minute(line.registeredAt), 'registry'],
    [pageWords.rules, rules(page, line.ruleSet)],
    [pageWords.reply, reply(page, told)],
    [pageWords.calls, callSummary(page, line)],
    [
      pageWords.panel,
      panelConvenedAt === null
        ? html`–`
        : page.listed(page.say(wordBook['panelreview.PanelConvened'].name), page.day(panelConvenedAt)),
      'panel',
    ],
    [pageWords.outcome, outcome(page, told)],
    ...(certified ? [[pageWords.certification, certified, 'certification'] as const] : []),
    [pageWords.referral, referral(page, told), 'referral'],
  ];
}

const rules = (page: PageContext, version: string | null): Html =>
  version === null ? html`–` : html`<a href="${page.link(rulesOfVersionPath(version))}">${version}</a>`;

const NO_REPLY = { lapsed: 'intake.ReplyLapsed', repudiated: 'intake.ActRepudiated' } as const;

function reply(page: PageContext, told: DocketLine): Html {
  const { reply: said } = told;
  if (said === null) return outcomeOf(told) === null ? html`${page.say(pageWords.pending)}` : html`–`;
  return said.kind === 'received'
    ? page.listed(page.say(termOf('position', said.position)), page.day(said.at))
    : html`<span class="silent">${page.say(wordBook[NO_REPLY[said.kind]].name)}</span>`;
}

function outcome(page: PageContext, told: DocketLine): Html {
  const ended = outcomeOf(told);
  if (ended === null) return html`${page.say(termOf('screening', 'under-way'))}`;
  const reason = reasonOf(ended.reason);
  const why = reason !== undefined && page.aside(page.say(reason));
  return html`${page.say(termOf('outcome', ended.outcome))}${why}<span class="step">${page.minute(ended.at)}</span>`;
}

function referral(page: PageContext, told: DocketLine): Html {
  const { complainant, respondent, exitNoticeAt, respondentExitNoticeAt = null, dossiers } = told;
  const exits = [
    { party: complainant, at: exitNoticeAt },
    { party: respondent, at: respondentExitNoticeAt },
  ];
  const steps = [
    ...exits.flatMap(({ party, at }) =>
      at === null
        ? []
        : [page.listed(page.partyName(party), page.say(wordBook['referral.ExitNoticeGiven'].name), page.day(at))],
    ),
    ...dossiers.map(({ party = complainant, forum, requestedAt, issuedAt }) => {
      const at = issuedAt ?? requestedAt;
      const step = page.say(wordBook[issuedAt === null ? 'referral.DossierRequested' : 'referral.DossierIssued'].name);
      const what = html`${step}${page.aside(page.say(termOf('forum', forum)))}`;
      return page.listed(page.partyName(party), what, ...(at === null ? [] : [page.day(at)]));
    }),
    ...forumDocumentsOf(told).map(({ kind, symbol, communicatedOn }) =>
      page.listed(page.say(termOf('forumEvent', kind)), symbol, communicatedOn),
    ),
  ];
  return steps.length === 0 ? html`–` : html`${steps.map((step) => html`<span class="step">${step}</span>`)}`;
}

/** Entries by their instant in law. The order of the log decides between equal instants. */
const byInstant = (entries: readonly DocketEntryShown[]): readonly DocketEntryShown[] =>
  entries.toSorted((a, b) => (a.at === b.at ? a.serial - b.serial : a.at < b.at ? -1 : 1));

const chronicled = (page: PageContext, { serial, at, texts }: DocketEntryShown): Html => html`<li id="e${serial}">
<span class="at">${page.minute(at)}</span>
<span class="said">${page.sentence(texts)}</span>
<a class="serial" href="${page.link(entryPath(serial))}">${page.say(pageWords.entry)} ${serial}</a>
</li>
`;
