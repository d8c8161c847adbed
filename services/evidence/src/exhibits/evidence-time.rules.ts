import { refuse, type Instant, type PartyCode, type RefusalReason } from '@parley/kernel';
import type { ClocksOf } from '@parley/procedure';
import type { KnownCase } from '../casefile/casefile.rules';
import { clocksOfCase } from '../time/standstill.rules';
import type { Limit } from '../time/time-for-evidence.rules';
import type { Exhibit, FileExhibit } from './exhibit-commands.rules';

/** Refusals of what comes, or is taken back, after the panel's last day for evidence (S7). */
export const evidenceTimeRefusals = {
  evidenceClosed: {
    code: 'evidence-closed',
    rule: 'I-70',
    en:
      'The last day for evidence has passed. What the other side filed or withdrew last can still be answered by ' +
      'an exhibit that names it, and evidence for claims that came during the review alone is taken until their own ' +
      'last day; anything else enters or is withdrawn only by the leave of both co-chairs.',
    'zh-Hans':
      '举证截止日已过。对另一方最后提交或撤回的证物，仍可提交指明该证物的证物予以回应；仅就审查期间提出的主张提交的证据，在该主张自身的' +
      '举证截止日前仍可提交；此外，提交或撤回证据均须经两名共同主席一致许可。',
  },
  answersClosed: {
    code: 'evidence-answers-closed',
    rule: 'I-70',
    en: 'The time to answer the last evidence has passed; what comes now needs the leave of both co-chairs.',
    'zh-Hans': '对最后证据的回应期已过；此后提交证据须经两名共同主席一致许可。',
  },
  notAnswerable: {
    code: 'exhibit-not-answerable',
    rule: 'I-70',
    en:
      'After the last day for evidence only what came or was withdrawn in the last days before it is answered ' +
      '(5 joint business days, 24 hours on the urgent track). Anything else needs the leave of both co-chairs.',
    'zh-Hans':
      '举证截止日之后，仅可回应截止前最后数日（五个共同工作日，紧急程序为二十四小时）内提交或撤回的证物；其他证据须经两名共同主席一致许可。',
  },
  noLeave: {
    code: 'no-leave',
    rule: 'I-70',
    status: 422,
    en: 'Both co-chairs have made no such request to your party; a request of one of them is no leave.',
    'zh-Hans': '两名共同主席未共同向贵方提出该项请求；仅一名共同主席提出的请求不构成许可。',
  },
  leaveOver: {
    code: 'leave-over',
    rule: 'I-70',
    en: 'The leave of both co-chairs has ended: its time has passed, or the request has been answered.',
    'zh-Hans': '两名共同主席的许可已终止：期限已过，或请求已获答复。',
  },
  unknownAnswered: {
    code: 'unknown-answered',
    rule: 'I-70',
    status: 422,
    en: 'An answer names an exhibit of the other party in this case, or a request of both co-chairs to your own.',
    'zh-Hans': '回应须指明另一方在本案中提交的证物，或两名共同主席向贵方提出的请求。',
  },
} as const satisfies Record<string, RefusalReason>;

type Late = Pick<FileExhibit, 'receivedAt' | 'answers' | 'claims'> & { readonly party: PartyCode };

/**
 * Why an exhibit is refused by the panel's time for evidence (I-70). After the last day there is room for answers, each
 * to an exhibit of the other side that came or was withdrawn in the last days before, and for evidence on claims that
 * came during the review alone, until their own last day.
 */
export function lateExhibit({ party, receivedAt, answers, claims }: Late, state: KnownCase, clocksOf: ClocksOf) {
  if (answers?.startsWith('request:')) return leaveFault(answers, party, state, receivedAt);
  const answered = answers === null ? undefined : state.exhibits.get(answers);
  if (answers !== null && (!answered || answered.party === party))
    return refuse(evidenceTimeRefusals.unknownAnswered, '/answers');
  const closedAt = evidenceClosedAt(state, receivedAt);
  if (closedAt === undefined) return undefined;
  if (!answered) return areOpen(claims, state, receivedAt) ? undefined : refuse(evidenceTimeRefusals.evidenceClosed);
  const { answersUntil } = state.evidenceTime;
  if (isOver(state) || (answersUntil && isPast(answersUntil, state, receivedAt)))
    return refuse(evidenceTimeRefusals.answersClosed);
  return cameLast(answered, closedAt, state, clocksOf)
    ? undefined
    : refuse(evidenceTimeRefusals.notAnswerable, '/answers');
}

/** Why an exhibit answers no request of the panel: both co-chairs must have made it to its party, in its time. */
function leaveFault(request: string, party: PartyCode, state: KnownCase, at: Instant) {
  const leave = state.leaves.find((each) => each.request === request && each.party === party);
  if (!leave) return refuse(evidenceTimeRefusals.noLeave, '/answers');
  return isOver(state) || isPast(leave.until, state, at) ? refuse(evidenceTimeRefusals.leaveOver) : undefined;
}

/** Why an exhibit cannot be taken back: after the last day for evidence that needs leave (I-70). */
export function lateWithdrawal({ number, party, claims, acceptedAt }: Exhibit, state: KnownCase, at: Instant) {
  const closedAt = evidenceClosedAt(state, at);
  if (closedAt === undefined) return undefined;
  // What came before is evidence on the other claims, too.
  if (acceptedAt >= closedAt && areOpen(claims, state, at)) return undefined;
  const leave = state.leaves.find((each) => each.party === party && each.withdrawals.includes(number));
  if (!leave) return refuse(evidenceTimeRefusals.evidenceClosed);
  return isOver(state) || isPast(leave.until, state, at) ? refuse(evidenceTimeRefusals.leaveOver) : undefined;
}

/**
 * Why more people cannot read an exhibit: the panel would come to see it after the last day for evidence (I-70). Once
 * it has decided, nothing comes before it any more.
 */
export const lateShowing = (exhibit: Exhibit, state: KnownCase, at: Instant) =>
  isBeforePanel(exhibit) ||
  isOver(state) ||
  evidenceClosedAt(state, at) === undefined ||
  areOpen(exhibit.claims, state, at)
    ? undefined
    : refuse(evidenceTimeRefusals.evidenceClosed);

/** True where evidence on each of some claims is still taken, because they came during the review. */
const areOpen = (claims: readonly string[], state: KnownCase, at: Instant): boolean =>
  claims.length > 0 &&
  !isOver(state) &&
  claims.every((claim) => {
    const until = state.amendments.findLast((each) => each.claims.includes(claim))?.until;
    return until && !isPast(until, state, at);
  });

const isBeforePanel = ({ tier, publicVersion }: Exhibit): boolean => tier !== 'PARTIES' || publicVersion !== null;

const isOver = ({ deliberationClosedAt, status }: KnownCase): boolean =>
  deliberationClosedAt !== null || status === 'ended';

/** When evidence was closed, where it is at an instant. */
function evidenceClosedAt(state: KnownCase, at: Instant): Instant | undefined {
  const { until, closed } = state.evidenceTime;
  if (closed && at >= closed.at) return closed.at;
  return until && isPast(until, state, at) ? until.dueAt : undefined;
}

/** A limit that stands still with the screening has not passed, nor has one whose new end is not told yet. */
function isPast({ dueAt, setAt }: Limit, { suspendedAt, stoodStill }: KnownCase, at: Instant): boolean {
  if (suspendedAt !== null && suspendedAt <= dueAt) return false;
  return at >= dueAt && !stoodStill.some(({ from, to }) => from <= dueAt && setAt < to);
}

/** True for what came or was withdrawn so late that it can be answered after the last day for evidence. */
function cameLast(
  { acceptedAt, withdrawn }: Exhibit,
  closedAt: Instant,
  state: KnownCase,
  clocksOf: ClocksOf,
): boolean {
  const track = state.evidenceTime.closed?.track ?? 'standard';
  const { dueAt: from } = clocksOfCase(state, closedAt, clocksOf)
    .onTrack(track)
    .start('answerable-evidence', { event: 'EvidenceClosed', at: closedAt, kind: 'expiry' });
  return [acceptedAt, ...(withdrawn ? [withdrawn.at] : [])].some((at) => at >= from && at < closedAt);
}
