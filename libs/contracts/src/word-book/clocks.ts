import type { Bilingual } from '@parley/kernel';
import { currentRuleSet, owedBy, type ClockId, type OwedBy } from '@parley/procedure';
import { both, type Pair } from './entry';

/**
 * Who may know that a clock runs and how it ended: the same as may know of the event that starts it. It is `anybody`
 * where that event is a public fact, `panel` where the panel and the parties know of it, and `parties` where it stays
 * between the parties and the secretariat.
 */
export type ClockReaders = 'anybody' | 'panel' | 'parties';

/** A clock of the rules, or a time that nobody counts because an act names its instant. */
export type Clock =
  | ClockId
  | 'call'
  | 'hotline'
  | 'hotline-unanswered'
  | 'draw-commitments'
  | 'draw-nonces'
  | 'options-paper'
  | 'suspension-end';

/** A row of the book: what a clock is called, whose act it awaits and who may know of it. */
export interface ClockRow {
  readonly name: Bilingual;
  readonly owedBy: OwedBy;
  readonly readers: ClockReaders;
  /** What silence does, for a time that nobody counts. For a counted one its rule set says it. */
  readonly onSilence?: Bilingual;
}

/** A clock of the rules takes its name and whom it awaits from them. */
const counted = (id: ClockId, readers: ClockReaders): ClockRow => ({ name: nameIn(id), owedBy: owedBy(id), readers });

const named = (owed: OwedBy, readers: ClockReaders, name: Pair, onSilence: Pair): ClockRow => ({
  ...{ name: both(name), owedBy: owed, readers, onSilence: both(onSilence) },
});

function nameIn(id: ClockId): Bilingual {
  const { standard, complex, urgent } = currentRuleSet.tracks;
  const rule = standard.clocks[id] ?? complex.clocks[id] ?? urgent.clocks[id];
  if (rule === undefined) throw new RangeError(`no clock of any track: ${id}`);
  return rule.description;
}

/** Every clock that runs in a case or on the hotline. */
export const clockRows: Readonly<Record<Clock, ClockRow>> = {
  completeness: counted('completeness', 'parties'),
  cure: counted('cure', 'parties'),
  reply: counted('reply', 'anybody'),
  'reply-among-many': counted('reply-among-many', 'anybody'),
  consultations: counted('consultations', 'anybody'),
  officials: counted('officials', 'anybody'),
  'joint-proposal': counted('joint-proposal', 'anybody'),
  nomination: counted('nomination', 'anybody'),
  disclosure: counted('disclosure', 'anybody'),
  nonces: counted('nonces', 'anybody'),
  challenge: counted('challenge', 'anybody'),
  'challenge-decision': counted('challenge-decision', 'anybody'),
  'successor-nomination': counted('successor-nomination', 'anybody'),
  'successor-draw': counted('successor-draw', 'anybody'),
  'successor-challenge': counted('successor-challenge', 'anybody'),
  'successor-challenge-decision': counted('successor-challenge-decision', 'anybody'),
  evidence: counted('evidence', 'anybody'),
  'late-evidence': counted('late-evidence', 'anybody'),
  'evidence-answer': counted('evidence-answer', 'anybody'),
  'answerable-evidence': counted('answerable-evidence', 'anybody'),
  'information-request': counted('information-request', 'anybody'),
  'last-request': counted('last-request', 'anybody'),
  leave: counted('leave', 'anybody'),
  'leave-comments': counted('leave-comments', 'anybody'),
  'late-claim-evidence': counted('late-claim-evidence', 'anybody'),
  'late-claim-comments': counted('late-claim-comments', 'anybody'),
  'expert-comments': counted('expert-comments', 'anybody'),
  review: counted('review', 'anybody'),
  terms: counted('terms', 'anybody'),
  'interim-comments': counted('interim-comments', 'anybody'),
  'interim-meeting': counted('interim-meeting', 'parties'),
  findings: counted('findings', 'anybody'),
  'late-findings': counted('late-findings', 'anybody'),
  'late-claim': counted('late-claim', 'anybody'),
  certification: counted('certification', 'anybody'),
  marking: counted('marking', 'anybody'),
  'conciliation-answer': counted('conciliation-answer', 'anybody'),
  conciliators: counted('conciliators', 'anybody'),
  'settlement-window': counted('settlement-window', 'anybody'),
  obligation: counted('obligation', 'anybody'),
  'status-report': counted('status-report', 'anybody'),
  verification: counted('verification', 'anybody'),
  'joint-check': counted('joint-check', 'anybody'),
  'compliance-review': counted('compliance-review', 'anybody'),
  dossier: counted('dossier', 'anybody'),
  // Its id names an exhibit, which only the exhibit's own readers may know of.
  translation: counted('translation', 'parties'),
  // It is public that no summary was given, but not that one was given.
  summary: counted('summary', 'panel'),
  'readers-decision': counted('readers-decision', 'parties'),
  'late-entry': counted('late-entry', 'parties'),
  'late-entry-answer': counted('late-entry-answer', 'parties'),
  'paper-answer': counted('paper-answer', 'parties'),
  repudiation: counted('repudiation', 'parties'),
  delivery: counted('delivery', 'parties'),
  retrieval: counted('retrieval', 'parties'),
  'long-stop': counted('long-stop', 'anybody'),
  consent: counted('consent', 'parties'),
  correction: counted('correction', 'parties'),
  suspension: counted('suspension', 'anybody'),
  resumption: counted('resumption', 'anybody'),
  'urgency-refusal': counted('urgency-refusal', 'parties'),
  'urgency-confirmation': counted('urgency-confirmation', 'anybody'),
  'first-call': counted('first-call', 'anybody'),
  call: named(
    'parties',
    'anybody',
    ['answer to a call', '应答通话'],
    ['The call is recorded as unanswered, which is a public fact.', '记录为未应答，并予公开。'],
  ),
  // It is public whether and when a request was answered. That its time still runs stays between the sides.
  hotline: named(
    'parties',
    'parties',
    ['acknowledgement of a request on the hotline', '应答热线请求'],
    [
      'The request goes to the next rung, and that it was not answered is a public fact.',
      '请求转至下一级，未获应答一事予以公开。',
    ],
  ),
  'hotline-unanswered': named(
    'parties',
    'parties',
    ['answer to a request on the hotline that nobody answered in time', '答复逾时未获应答的热线请求'],
    ['It stays due until it is answered; that it was not is public.', '在获得应答之前一直待办；未获应答一事已公开。'],
  ),
  'draw-commitments': named(
    'parties',
    'parties',
    ['addition of a nonce to the draw of a crisis team', '为危机小组的抽签提交随机数'],
    ['The draw has no nonce of that side.', '抽签不计该方随机数。'],
  ),
  'draw-nonces': named(
    'parties',
    'parties',
    ['laying open of the nonce for the draw of a crisis team', '公开为危机小组抽签提交的随机数'],
    ['The nonce is left out of the draw, in public.', '抽签不计该随机数，并予以公开。'],
  ),
  // Each member has it in the agenda: the notice of the team names them.
  'options-paper': named(
    'parties',
    'parties',
    ['options paper of the crisis team', '危机小组的方案文件'],
    [
      'That no paper was laid before the parties is a public fact; the team may still do so.',
      '未提交方案文件一事予以公开；小组仍可提交。',
    ],
  ),
  'suspension-end': named(
    'parties',
    'anybody',
    ['end of the suspension', '中止期满'],
    ['The screening goes on.', '审查继续进行。'],
  ),
};

/** The row of a clock; none for a clock that this release does not know. */
export const clockRow = (clock: string): ClockRow | undefined => (isClock(clock) ? clockRows[clock] : undefined);

const isClock = (clock: string): clock is Clock => Object.hasOwn(clockRows, clock);

/** The readers of a clock; the parties alone for a clock that this release does not know. */
export const readersOfClock = (clock: string): ClockReaders => clockRow(clock)?.readers ?? 'parties';

/**
 * True when a reader of a case may know that a clock runs in it.
 * @param betweenParties true for a reader of what passes between the parties
 */
export const mayKnowOfClock = ({ clock }: { readonly clock: string }, betweenParties: boolean): boolean =>
  betweenParties || readersOfClock(clock) !== 'parties';

/** The clocks whose runs are public facts. */
export const PUBLIC_CLOCKS: readonly string[] = Object.keys(clockRows).filter(
  (clock) => readersOfClock(clock) === 'anybody',
);

/** The name of a clock; its code for a clock that this release does not know. */
export const clockName = (clock: string): Bilingual =>
  clockRow(clock)?.name ?? { en: clock.replaceAll('-', ' '), 'zh-Hans': clock };
