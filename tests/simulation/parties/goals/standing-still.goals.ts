import { plusMillis, type Instant, type IsoDate } from '@parley/kernel';
import { plusDays } from '@parley/procedure';
import type { View } from '../act-kind';
import { otherCountry } from '../countries';
import { agree, does, forkOf, REASON, waits, type Goal, type Step } from './goal';

const SECOND = 1_000;
const DAY = 24 * 3_600_000;

/**
 * The next step from an attempt at conciliation to the second signature. The signature comes at once, or at `last`;
 * then the text is tabled the day before.
 */
function settle(view: View, last: Instant | null): Step | undefined {
  const { settlement, countries, party } = view;
  if (settlement.status !== 'filed' || settlement.settled) return undefined;
  const attempt = settlement.conciliations.at(-1);
  if (settlement.region === 'idle')
    return attempt && !attempt.end
      ? does('AcceptConciliation', otherCountry(countries, attempt.proposedBy))
      : does('ProposeConciliation', party);
  const text = settlement.texts.find(({ n }) => n === settlement.onTheTable);
  if (!text) return does('TableText', party, last && plusMillis(last, -DAY));
  const [signed] = text.signatures;
  return signed ? does('SignText', otherCountry(countries, signed.party), last) : does('SignText', party);
}

/**
 * The parties settle while the screening is suspended, at once or in the last instant before it lapses. In the last
 * instant the news comes too late.
 */
const settledWhileSuspended: Goal = {
  name: 'a settlement while the screening stands still',
  step(view) {
    const { filed } = view;
    if (filed.status === 'suspended') {
      const lapses = filed.running['suspension']?.dueAt;
      return settle(view, lapses && forkOf(view, 3) > 0 ? plusMillis(lapses, -1) : null);
    }
    const early = forkOf(view, 2) === 0 ? 'awaiting-reply' : 'consultations';
    if (filed.status !== 'registered' || filed.exchange.stage !== early) return undefined;
    return agree(view, { kind: 'suspension', until: null, reason: REASON });
  },
};

/** The screening is suspended in the blink after a time of the panel has passed, before its default is on record. */
const suspendedLate = (clock: string, names?: number): Goal => ({
  name: `a suspension right after the time of the ${clock}`,
  ...(names === undefined ? {} : { names }),
  step(view, random) {
    const { filed, panel, now } = view;
    if (filed.status !== 'registered' || panel.status !== 'opened') return undefined;
    const due = Object.values(panel.running)
      .flatMap((deadline) => (deadline.clock === clock && deadline.dueAt > now ? [deadline.dueAt] : []))
      .toSorted()[0];
    if (due === undefined) return undefined;
    // A proposal made sooner could have lapsed by then.
    const soon = plusMillis(due, -4 * DAY);
    if (soon > now) return waits(view.party, soon);
    const until = plusDays(due.slice(0, 10) as IsoDate, 40);
    return agree(
      view,
      { kind: 'suspension', until, reason: REASON },
      plusMillis(due, random.pick([0, 1, 2, 5, 10]) * SECOND),
    );
  },
});

/** The day before a suspension lapses that has no other end. */
const LAST_DAY = 364;
const MOST = 3;

/**
 * The parties suspend the screening for as long as they can, again and again until nothing is left of it; or one of
 * them ends the suspension by a notice, twice, or when the notice cannot end any more before the lapse.
 */
const suspendedToTheEnd: Goal = {
  name: 'a suspension for as long as the rules let it',
  step(view) {
    const { filed, party, now } = view;
    const way = forkOf(view, 3);
    if (filed.status === 'registered' && filed.exchange.stage !== 'awaiting-reply') {
      const before = filed.suspensions.length;
      const days = before === 0 ? LAST_DAY : 2;
      if (before > (way > 0 ? 0 : MOST)) return undefined;
      const until = way > 0 ? null : plusDays(now.slice(0, 10) as IsoDate, days);
      return agree(view, { kind: 'suspension', until, reason: REASON });
    }
    if (filed.status !== 'suspended' || way === 0) return undefined;
    const lapses = filed.running['suspension']?.dueAt;
    const notice = (at: Instant | null): Step => does('GiveResumptionNotice', party, at);
    if (way === 1) return notice(null);
    return lapses && lapses > plusMillis(now, 2 * DAY) ? notice(plusMillis(lapses, -3 * DAY)) : undefined;
  },
};

export const standingStillGoals: readonly Goal[] = [
  settledWhileSuspended,
  suspendedToTheEnd,
  suspendedLate('certification'),
  suspendedLate('nomination', 1),
];
