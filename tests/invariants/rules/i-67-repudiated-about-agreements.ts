import { plusMillis, type Instant, type PartyCode, type PersonId } from '@parley/kernel';
import { given } from '@parley/testing';
import fc from 'fast-check';
import {
  acceptDate,
  decider,
  propose,
  proposeDate,
  report,
  sign,
  verify,
} from '../../../services/referral/src/compliance/agreement-story.fixture';
import type { AgreementState } from '../../../services/referral/src/compliance/agreement.rules';
import { at, CN, US } from '../../../services/referral/src/referral/referral-story.fixture';
import type { RepudiateAct } from '../../../services/referral/src/repudiation/repudiation.rules';
import { endOfJointDays } from './end-of-joint-days';

const MINUTE = 60_000;
const DAYS = 24 * 60;

const head = (party: PartyCode, receivedAt: Instant, act: string, isHead = true): RepudiateAct => ({
  type: 'RepudiateAct',
  ...{ by: `${party.toLowerCase()}-head` as PersonId, party, receivedAt, act, isHead },
});
const agreed = given(decider).when(
  ...[propose(CN, '2025-03-03T10:00:00Z'), sign(CN, '2025-03-04T10:00:00Z'), sign(US, '2025-03-05T10:00:00Z')],
);
const limitOf = (state: AgreementState, id: string) =>
  state.status === 'in-force' ? state.running[id]?.dueAt : undefined;

/** Whoever is drawn, whenever within nine days, with the act recorded at `doneAt`. */
function whenever(doneAt: Instant, holds: (receivedAt: Instant, isInTime: boolean) => void): void {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 * DAYS }), (minutes) => {
      const receivedAt = plusMillis(doneAt, minutes * MINUTE);
      holds(receivedAt, receivedAt < endOfJointDays(doneAt, 5));
    }),
    { numRuns: 150 },
  );
}

/** A signature binds nobody whose head has said in time that it was not its own; nobody else says so. */
export function unsignedAgreements(): void {
  const doneAt = at('2025-03-05T10:00:00Z');
  whenever(doneAt, (receivedAt, isInTime) => {
    const own = agreed.decision(head(US, receivedAt, 'agreement-signature'));
    expect([receivedAt, own.kind]).toEqual([receivedAt, isInTime ? 'accepted' : 'refused']);
    expect(agreed.refusalOf(head(US, receivedAt, 'agreement-signature', false))).toBe('repudiated-by-its-head-alone');
    if (!isInTime) return;
    const undone = agreed.when(head(US, receivedAt, 'agreement-signature'));
    expect(undone.state).toMatchObject({ status: 'proposed', signatures: [{ party: CN }] });
    expect(undone.decision(report(US, receivedAt, { O1: 'done' })).kind).toBe('refused');
  });
}

/** An answer that is repudiated fulfils nothing, and its side has no more time for another than it had. */
export function unansweredReports(): void {
  const doneAt = at('2025-09-22T10:00:00Z');
  const reported = agreed.when(report(US, '2025-08-27T10:00:00Z', { O1: 'done' }));
  const end = limitOf(reported.state, 'verification:O1') ?? '';
  const verified = reported.when(verify(CN, doneAt));
  whenever(doneAt, (receivedAt, isInTime) => {
    const command = head(CN, receivedAt, 'verification:O1:1');
    expect([receivedAt, verified.decision(command).kind]).toEqual([receivedAt, isInTime ? 'accepted' : 'refused']);
    if (!isInTime) return;
    const { state } = verified.when(command);
    expect(state).toMatchObject({ obligations: [{ state: 'open', reported: { standing: 'awaited' } }] });
    expect(limitOf(state, 'verification:O1')).toBe(end > receivedAt ? end : receivedAt);
    expect(limitOf(state, 'obligation:O1') ?? '').toBe(
      [limitOf(reported.state, 'obligation:O1') ?? '', endOfJointDays(receivedAt, 5)].toSorted().at(-1),
    );
  });
}

/** No owner ends by a repudiation what the other side has answered of its report. */
export function answeredReports(): void {
  const reported = agreed.when(report(US, '2025-09-22T10:00:00Z', { O1: 'done' }, 2));
  for (const verdict of ['verified', 'refused'] as const) {
    const answered = reported.when(verify(CN, '2025-09-22T10:00:30Z', 'O1', verdict));
    whenever(at('2025-09-22T10:00:00Z'), (receivedAt, isInTime) => {
      expect(answered.refusalOf(head(US, receivedAt, 'status-report:2:1'))).toBe(
        isInTime ? 'report-answered' : 'repudiation-out-of-time',
      );
    });
  }
}

/** Without the consent the date before stands: at once for its side, after five working days for the owner. */
export function earlierDates(): void {
  const doneAt = at('2025-09-26T10:00:00Z');
  const moved = agreed.when(proposeDate(US, doneAt, '2025-12-15'), acceptDate(CN, doneAt, '2025-12-15'));
  const before = limitOf(agreed.state, 'obligation:O1') ?? '';
  whenever(doneAt, (receivedAt, isInTime) => {
    for (const party of [US, CN]) {
      const command = head(party, receivedAt, 'later-date:O1:1');
      expect(moved.decision(command).kind).toBe(isInTime ? 'accepted' : 'refused');
      if (!isInTime) continue;
      const least = party === US ? receivedAt : endOfJointDays(receivedAt, 5);
      expect([party, receivedAt, limitOf(moved.when(command).state, 'obligation:O1')]).toEqual([
        ...[party, receivedAt],
        before > least ? before : least,
      ]);
    }
  });
}
