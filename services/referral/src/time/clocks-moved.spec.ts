import { intake, referral, told } from '@parley/contracts';
import { commandIdOf, InMemoryEventStore, type Proceeding } from '@parley/event-store';
import type { Instant } from '@parley/kernel';
import { MemoryFacts } from '@parley/messaging/testing';
import type { PublicEvent } from '@parley/messaging';
import { currentRuleSet } from '@parley/procedure';
import { publicEvent } from '../dossier/dossier-story.fixture';
import { Agreements, referralRepositories } from '../referral/repositories';
import { complianceStream, settlementStream } from '../referral/streams';
import { proposeDate, settled } from '../compliance/agreement-story.fixture';
import { acceptOf, caseId, clocksOf, propose, sign, table } from '../settlement/settlement-story.fixture';
import { CN, parties, US } from '../referral/referral-story.fixture';
import { publishes } from '../referral/referral.tells';

const toldOf = (event: PublicEvent): PublicEvent => ({ ...event, subject: caseId });
const filed = toldOf(publicEvent(intake.GrievanceFiledSchema, '2025-02-04T09:00:00.000Z', 'FILER', { parties }));
const registered = toldOf(
  publicEvent(intake.CaseRegisteredSchema, '2025-02-06T09:00:00.000Z', 'PUBLIC', {
    docketNumber: 'CN-2025-0001',
    ruleSetVersion: currentRuleSet.version,
  }),
);
const proceeding = (index: number): Proceeding => ({
  process: 'spec',
  cause: { kind: 'event', id: 'spec' },
  commandId: commandIdOf('spec', String(index)),
});
const newStore = () => new InMemoryEventStore({ clock: { now: () => '2025-03-03T09:00:00.000Z' as Instant } });
const movedIn = async (store: InMemoryEventStore, stream: ReturnType<typeof settlementStream>) =>
  (await store.read(stream)).flatMap(publishes).flatMap((event) => {
    const moved = told(event, referral.ClocksMovedSchema);
    return moved ? [[event.tier, moved.event, moved.opens.length + moved.closes.length] as const] : [];
  });

describe('what the parties are told of clocks of the referral, so that each has notice', () => {
  it(
    'is also that one side signed a text, which awaits the other’s signature; and not a word ' +
      'of the text (I-45, I-47)',
    async () => {
      const store = newStore();
      const facts = new MemoryFacts();
      for (const fact of [filed, registered]) await facts.keep(fact);
      const ruleSetVersion = currentRuleSet.version;
      const { settlements } = referralRepositories({ store, facts, clocksOf, ruleSetVersion });
      const story = [
        propose(CN, '2025-03-03T09:00:00Z'),
        acceptOf(US, '2025-03-04T09:00:00Z'),
        table(CN, '2025-03-05T09:00:00Z'),
        sign(US, '2025-03-06T09:00:00Z'),
      ];
      for (const [index, command] of story.entries()) await settlements.proceed(caseId, command, proceeding(index));
      expect((await movedIn(store, settlementStream(caseId))).at(-1)).toEqual(['PARTIES', 'SettlementTextSigned', 0]);
    },
  );

  it(
    'is also that a later date was proposed, which awaits the other’s word while the ' + 'present one runs (I-20)',
    async () => {
      const store = newStore();
      const { ofCases } = new Agreements({ store, clocksOf, ruleSetVersion: currentRuleSet.version });
      const story = [settled(), proposeDate(US, '2025-07-01T09:00:00Z', '2025-10-15')];
      for (const [index, command] of story.entries()) await ofCases.proceed(caseId, command, proceeding(index));
      expect((await movedIn(store, complianceStream(caseId))).at(-1)).toEqual(['PARTIES', 'DateMoveProposed', 0]);
    },
  );
});
