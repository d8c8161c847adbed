import { html, ruleLink, withRuleLinks, type Html } from '@parley/http';
import type { Bilingual } from '@parley/kernel';
import { ruleNamed } from '@parley/procedure';
import type { DocketEntryShown } from '../docket.response';
import type { DocketDeadlineShown, DocketLineShown } from '../docket-line.response';
import { textIn } from '../docket-deadlines.rules';
import type { DocketLine } from '../docket-line.rules';
import { limitEnd, stageBadge, whoActs } from './docket-line.page';
import type { PageContext } from './page-context.page';
import { pageWords } from './page-words.page';

/** What happens now and next, who must act by when, and what happens if nobody does. */
export function whereItStands(page: PageContext, line: DocketLineShown): Html {
  const [first] = line.nextDeadlines;
  const rows: readonly (readonly [Bilingual, Html])[] = [
    [pageWords.now, happening(page, line)],
    ...(first === undefined
      ? [[pageWords.next, html`${page.say(pageWords.noLimit)}`] as const]
      : [
          [pageWords.next, html`${limits(page, line)}<span class="when">${limitEnd(page, first)}</span>`] as const,
          [pageWords.mustAct, actors(page, line)] as const,
          ...defaultsOf(page, line),
        ]),
  ];
  return html`<section aria-labelledby="now"><h2 id="now">${page.say(pageWords.whereItStands)}</h2>
<dl class="clock">
${rows.map(
  ([name, value]) => html`<div><dt>${page.say(name)}</dt><dd>${value}</dd></div>
`,
)}</dl></section>`;
}

function happening(page: PageContext, line: DocketLineShown): Html {
  if (line.outcome !== null) {
    return html`${stageBadge(page, line)} <span class="step">${page.say(pageWords.hasEnded)} ${page.minute(line.outcome.at)}</span>`;
  }
  const what = line.suspended ? pageWords.standsStill : ruleNamed(line.stage)?.sentence;
  return html`${stageBadge(page, line)} ${what && html`<span class="step">${withRuleLinks(page.say(what), page.lang)}</span>`}`;
}

/** The limits that end next, each once: seats of one side have one limit each. */
const limits = (page: PageContext, { nextDeadlines }: DocketLineShown): readonly Html[] =>
  onceEach(nextDeadlines, 'clock').map(
    ({ name, rule }) => html`<span class="what">${page.say(name)} ${ruleLink(rule, page.lang)}</span>`,
  );

/** Whose act each of these limits awaits. */
function actors(page: PageContext, line: DocketLineShown): Html {
  const byClock = [...Map.groupBy(line.nextDeadlines, ({ clock }) => clock).values()];
  return html`${byClock.map((limit) => {
    const who = page.listed(...onceEach(limit, 'awaits').map((due) => whoActs(page, line, due)));
    const [first] = limit;
    return html`<span class="step">${who}${byClock.length > 1 && first && page.aside(page.say(first.name))}</span>`;
  })}`;
}

const onceEach = (limits: readonly DocketDeadlineShown[], by: 'clock' | 'awaits'): readonly DocketDeadlineShown[] =>
  [...Map.groupBy(limits, (each) => each[by]).values()].flatMap(([first]) => first ?? []);

/** What happens by itself at the next limits, each default once. */
function defaultsOf(page: PageContext, { nextDeadlines }: DocketLineShown): readonly (readonly [Bilingual, Html])[] {
  const defaults = new Set(nextDeadlines.flatMap(({ ifNobodyActs }) => (ifNobodyActs ? page.say(ifNobodyActs) : [])));
  if (defaults.size === 0) return [];
  return [[pageWords.ifNobodyActs, html`${[...defaults].map((each) => html`<span class="step">${each}</span>`)}`]];
}

/** Kinds of entries that say of somebody that a time passed without the act that it was for. */
const SILENCES: ReadonlySet<string> = new Set([
  ...['reply-lapsed', 'amendment-reply-lapsed', 'first-call-missed', 'call-unanswered', 'no-joint-proposal'],
  ...['summary-unanswered', 'hotline-unanswered', 'hotline-options-missed', 'hotline-nonce-left-out'],
  ...['hotline-draw-secret-missing', 'nonce-left-out', 'draw-secret-missing', 'member-drawn', 'member-removed'],
  ...['challenge-not-decided', 'terms-not-set', 'information-not-given', 'interim-missing', 'translation-missing'],
  ...['conciliation-unanswered', 'status-report-missing', 'obligation-verified-by-silence', 'obligation-overdue'],
  'obligation-check-lapsed',
]);

/** Kinds of entries by which such a thing no longer counts, because the act had come in time. */
const TAKEN_BACK: ReadonlySet<string> = new Set(['lapse-set-aside', 'member-set-aside']);

/**
 * What was not done in its time, in the words of the record, and what was set aside of that since. What the record no
 * longer holds against a side (I-19) is not told here: a reply or an answer to a call that had come in time.
 */
export function silence(page: PageContext, entries: readonly DocketEntryShown[], told: DocketLine): Html | false {
  const silent = entries.filter((entry) => isTold(entry) && !isAnswered(entry, told));
  if (silent.length === 0) return false;
  return html`<section aria-labelledby="silence"><h2 id="silence">${page.say(pageWords.silence)}</h2>
<p class="note">${page.say(pageWords.silenceNote)} ${ruleLink('I-17', page.lang)}</p>
<ul class="entries">
${silent.map(
  ({ serial, at, texts }) =>
    html`<li><p>${page.sentence(texts)} <a class="serial" href="#e${serial}">${page.day(at)}</a></p></li>
`,
)}</ul></section>`;
}

const isTold = ({ kind, facts }: DocketEntryShown): boolean =>
  SILENCES.has(kind) || TAKEN_BACK.has(kind) || (kind === 'late-entry-counted' && facts['setsAside'] === true);

function isAnswered({ kind, facts }: DocketEntryShown, { reply, calls }: DocketLine): boolean {
  if (kind === 'reply-lapsed') return reply?.kind === 'received';
  return kind === 'call-unanswered' && calls[textIn(facts, 'callId')]?.status !== 'unanswered';
}
