import { reasonOf, termOf, wordBook } from '@parley/contracts';
import { html, type Html } from '@parley/http';
import type { Bilingual, Text } from '@parley/kernel';
import { currentRuleSet, silenceOf } from '@parley/procedure';
import type { DocketEntry } from '../docket-deadlines.rules';
import { dueNext, forumDocumentsOf, outcomeOf, type DocketLine } from '../docket-line.rules';
import { callSummary, nextDeadlines, partiesLine, stageBadge, type PageContext } from './page-context.page';
import { docketFrame, pageWords } from './page-words.page';

export interface DocketCase {
  readonly line: DocketLine;
  readonly entries: readonly DocketEntry[];
  /** True when the case has entries that the page does not show. */
  readonly more: boolean;
}

export function docketCasePage(page: PageContext, { line, entries, more }: DocketCase): string {
  const path = `/docket/${line.docketNumber}`;
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
<dl class="facts">
${facts(page, line).map(
  ([name, value]) => html`<div><dt>${page.say(name)}</dt><dd>${value}</dd></div>
`,
)}</dl>
<section aria-labelledby="summary"><h2 id="summary">${page.say(pageWords.summary)}</h2>
<p class="written">${page.written(line.publicSummary)}</p></section>
${findings(page, line)}
${ledger(page, line)}
<section aria-labelledby="chronology"><h2 id="chronology">${page.say(pageWords.chronology)}</h2>
<p class="note">${page.say(pageWords.chronologyNote)}</p>
<ol class="chronology">
${byInstant(entries).map((entry) => chronicled(page, entry))}</ol>
${more && html`<p class="note">${page.say(pageWords.more)}</p>`}</section>
</article>`,
  );
}

function facts(page: PageContext, line: DocketLine): readonly (readonly [Bilingual, Html])[] {
  const { panelConvenedAt } = line;
  return [
    [pageWords.stage, stageBadge(page, line)],
    [pageWords.measuresOf, page.listed(...line.measuresOf.map((code) => page.partyName(code)))],
    [pageWords.registered, page.minute(line.registeredAt)],
    [
      pageWords.rules,
      line.ruleSet === undefined ? html`–` : html`<a href="/v1/procedure?version=${line.ruleSet}">${line.ruleSet}</a>`,
    ],
    [pageWords.nextDeadline, nextDeadlines(page, line)],
    ...defaultsOf(page, line),
    [pageWords.reply, reply(page, line)],
    [pageWords.calls, callSummary(page, line)],
    [
      pageWords.panel,
      panelConvenedAt === null
        ? html`–`
        : page.listed(page.say(wordBook['panelreview.PanelConvened'].name), page.day(panelConvenedAt)),
    ],
    [pageWords.outcome, outcome(page, line)],
    [pageWords.referral, referral(page, line)],
  ];
}

/** What happens by itself at the next deadline, each default once. */
function defaultsOf(page: PageContext, line: DocketLine): readonly (readonly [Bilingual, Html])[] {
  const defaults = new Set(dueNext(line, page.now).flatMap(({ clock }) => silenceOf(currentRuleSet, clock) ?? []));
  if (defaults.size === 0) return [];
  const said = [...defaults].map(({ description }) => html`<span class="step">${page.say(description)}</span>`);
  return [[pageWords.ifNobodyActs, html`${said}`]];
}

const NO_REPLY = { lapsed: 'intake.ReplyLapsed', repudiated: 'intake.ActRepudiated' } as const;

function reply(page: PageContext, line: DocketLine): Html {
  const { reply: said } = line;
  if (said === null) return outcomeOf(line) === null ? html`${page.say(pageWords.pending)}` : html`–`;
  return said.kind === 'received'
    ? page.listed(page.say(termOf('position', said.position)), page.day(said.at))
    : html`<span class="silent">${page.say(wordBook[NO_REPLY[said.kind]].name)}</span>`;
}

function outcome(page: PageContext, line: DocketLine): Html {
  const ended = outcomeOf(line);
  if (ended === null) return html`${page.say(termOf('screening', 'under-way'))}`;
  const reason = reasonOf(ended.reason);
  const why = reason !== undefined && page.aside(page.say(reason));
  return html`${page.say(termOf('outcome', ended.outcome))}${why}<span class="step">${page.minute(ended.at)}</span>`;
}

function referral(page: PageContext, line: DocketLine): Html {
  const { complainant, respondent, exitNoticeAt, respondentExitNoticeAt = null, dossiers } = line;
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
    ...forumDocumentsOf(line).map(({ kind, symbol, communicatedOn }) =>
      page.listed(page.say(termOf('forumEvent', kind)), symbol, communicatedOn),
    ),
  ];
  return steps.length === 0 ? html`–` : html`${steps.map((step) => html`<span class="step">${step}</span>`)}`;
}

/** A small table with its heading; `false` when there are no rows. */
function section(
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

function findings(page: PageContext, { findings: found, published }: DocketLine): Html | false {
  const rows = found.map(({ claimId, outcome: code, reasoned }) => {
    // Every finding that a majority carried has its reasons or says that it adopted none (I-73).
    const unreasoned = !reasoned && (code === 'substantiated' || code === 'not-substantiated');
    const texts = published?.findings.find((each) => each.claimId === claimId);
    const note = unreasoned ? pageWords.noReasons : published ? undefined : pageWords.reasonsToCome;
    const why = note ? html`<p class="note">${page.say(note)}</p>` : written(page, texts?.reasons ?? []);
    const said = html`<strong>${page.say(termOf('finding', code))}</strong>${why}`;
    const apart = (texts?.statements ?? []).map(({ side, statement }) => separateStatement(page, side, statement));
    return html`<th scope="row">${claimId}</th><td>${said}${apart}</td>`;
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

function ledger(page: PageContext, line: DocketLine): Html | false {
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

/** Entries by their instant in law. The order of the log decides between equal instants. */
const byInstant = (entries: readonly DocketEntry[]): readonly DocketEntry[] =>
  entries.toSorted((a, b) => (a.at === b.at ? a.serial - b.serial : a.at < b.at ? -1 : 1));

const chronicled = (page: PageContext, { serial, at, texts }: DocketEntry): Html => html`<li id="e${serial}">
<span class="at">${page.minute(at)}</span>
<span class="said">${page.say(texts)}</span>
<a class="serial" href="/v1/docket/log?cursor=${serial - 1}&limit=1" type="application/json">${page.say(pageWords.entry)} ${serial}</a>
</li>
`;
