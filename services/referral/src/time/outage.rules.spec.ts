import { plusMillis, type Instant } from '@parley/kernel';
import { given } from '@parley/testing';
import { ask, CN, decider, expire, filed, lapsed, registered, served } from '../referral/referral-story.fixture';
import type { ReferralState } from '../referral/referral-state.rules';
import {
  decider as settlements,
  expire as expireSettlement,
  filed as caseFiled,
  propose,
  registered as caseRegistered,
} from '../settlement/settlement-story.fixture';
import type { SettlementState } from '../settlement/settlement-region.rules';
import { decider as agreements, settled } from '../compliance/agreement-story.fixture';
import type { AgreementInForce } from '../compliance/agreement.rules';
import type { NoteOutage } from './time.rules';

const around = (due: Instant): NoteOutage => ({
  type: 'NoteOutage',
  outageId: 'o1',
  from: plusMillis(due, -60_000),
  to: plusMillis(due, 3_600_000),
  at: plusMillis(due, 3_600_000),
});
const running = (state: ReferralState | SettlementState) =>
  Object.values(state.status === 'unfiled' ? {} : state.running);

describe('an outage that the referral notes (I-61)', () => {
  const asked = given(decider).when(filed, registered, served, lapsed, ask('2025-07-08T09:00:00Z'));
  const [dossier] = running(asked.state);
  const outage = around(dossier?.dueAt ?? ('' as Instant));

  it('moves the time for a dossier, wherever the case keeps it, and the default waits for the new end', () => {
    const noted = asked.when(outage);
    const [moved] = running(noted.state);
    expect(moved).toMatchObject({ firstDueAt: dossier?.dueAt, changes: [{ kind: 'outage' }] });
    expect((moved?.dueAt ?? '') > outage.to).toBe(true);
    expect(noted.state.status === 'filed' && noted.state.dossiers[0]?.deadline.dueAt).toBe(moved?.dueAt);
    expect(noted.when(expire()).events.at(-1)).toMatchObject({
      type: 'DossierSigningClosed',
      occurredAt: moved?.dueAt,
    });
    expect(noted.when(outage).recorded).toEqual([]);
  });

  it('moves the time to answer a proposal of conciliation as well', () => {
    const proposed = given(settlements).when(caseFiled, caseRegistered, propose(CN, '2025-03-03T09:00:00Z'));
    const [answer] = running(proposed.state);
    const noted = proposed.when(around(answer?.dueAt ?? ('' as Instant)));
    const [moved] = running(noted.state);
    expect(moved?.changes).toMatchObject([{ kind: 'outage' }]);
    expect(noted.when(expireSettlement(answer?.id ?? '')).events.at(-1)).toMatchObject({
      type: 'ConciliationUnanswered',
      occurredAt: moved?.dueAt,
    });
  });
});

describe('an outage that an agreement notes (I-61)', () => {
  const entered = given(agreements).when(settled());
  const inForce = entered.state as AgreementInForce;

  it.each(Object.values(inForce.running).map(({ id, dueAt }) => [id, dueAt] as const))(
    'moves %s wherever it is shown, and its default waits',
    (id, dueAt) => {
      const noted = entered.when(around(dueAt));
      const { running: now, obligations, review, reports } = noted.state as AgreementInForce;
      const moved = now[id];
      expect(moved).toMatchObject({ firstDueAt: dueAt, changes: [{ kind: 'outage' }] });
      expect([...obligations, review, ...reports].find(({ deadline }) => deadline.id === id)?.deadline).toEqual(moved);
      expect(noted.when({ type: 'ExpireDeadline', deadlineId: id }).events.at(-1)?.occurredAt).toBe(moved?.dueAt);
    },
  );
});
