import { referral as messages, told } from '@parley/contracts';
import { commandIdOf, InMemoryEventStore } from '@parley/event-store';
import type { CaseId, Instant } from '@parley/kernel';
import { currentRuleSet } from '@parley/procedure';
import { Agreements } from '../../services/referral/src/referral/repositories';
import { complianceStream } from '../../services/referral/src/referral/streams';
import { agreementId, settled } from '../../services/referral/src/compliance/agreement-story.fixture';
import { publishes } from '../../services/referral/src/referral/referral.tells';
import { clocksOf } from '../simulation/secretariat/secretariat';
import { holdsInEveryHistory } from './holds';
import { obligationsInPublic } from './rules/i-54-obligations-in-public.rule';
import { sentence } from './sentences';

/** What everybody is told of a settlement when nothing was done by the date of its first obligation. */
async function toldOfMissedDate() {
  const store = new InMemoryEventStore({ clock: { now: () => '2025-10-01T09:00:00.000Z' as Instant } });
  const { ofCases } = new Agreements({ store, clocksOf, ruleSetVersion: currentRuleSet.version });
  const bySpec = { process: 'spec', cause: { kind: 'event', id: 'spec' } } as const;
  const expire = { type: 'ExpireDeadline', deadlineId: 'obligation:O1' } as const;
  await ofCases.proceed(agreementId, settled('facts-only'), { ...bySpec, commandId: commandIdOf('enter') });
  await ofCases.proceed(agreementId, expire, { ...bySpec, commandId: commandIdOf('expire') });
  return (await store.read(complianceStream(agreementId as CaseId)))
    .flatMap(publishes)
    .filter(({ tier }) => tier === 'PUBLIC');
}

describe(sentence('I-54'), () => {
  it(
    'owner, date and state are told to everybody though the parties keep the text to themselves, and a ' +
      'missed date as of its end',
    async () => {
      const events = await toldOfMissedDate();
      expect(events.flatMap((event) => told(event, messages.AgreementEnteredSchema)?.obligations ?? [])).toMatchObject([
        { id: 'O1', owner: 'US', date: '2025-09-30' },
        { id: 'O2', owner: 'CN', date: '2026-03-31' },
      ]);
      const noted = events.flatMap((event) =>
        told(event, messages.ObligationNotedSchema)
          ? [{ ...told(event, messages.ObligationNotedSchema), time: event.time }]
          : [],
      );
      expect(noted).toMatchObject([
        { obligationId: 'O1', owner: 'US', status: 'overdue', time: '2025-09-30T15:00:00.000Z' },
      ]);
    },
  );

  it('holds in every history of random parties', () => holdsInEveryHistory(obligationsInPublic, { runs: 40 }));
});
