import { conciliated, enteredLate, owed, referred, transmitted } from './after.scene';
import { ExampleStory } from './example-story';
import { exhibited } from './evidence.scene';
import { agreed, filed, repudiated } from './exchange.scene';
import { challenged, composed, decided, drawnByLot, replaced, reviewed } from './panel.scene';
import { called, recordSecond, registered } from './registers.scene';
import { REPLY } from '../../support/cases-at-every-stage';
import { dismissed, uploaded } from './operations.scene';
import { urgencyConfirmed, urgent } from './urgent.scene';

/** Every body that the document shows is sent as it stands, in one story, and is taken. */
describe('every example of a body', () => {
  let story: ExampleStory;

  beforeAll(async () => {
    story = await ExampleStory.begin();
  }, 300_000);
  afterAll(() => story.end());

  it('is taken as the document shows it, by who does the act, in a story in which it is its turn', async () => {
    await registered(story);
    const cases = await filed(story);
    const { main } = cases;
    for (const id of [main, cases.challenged]) await composed(story, id);
    await challenged(story, cases.challenged);
    await drawnByLot(story, cases.drawn);
    await conciliated(story, cases);
    await referred(story, cases.left);
    await recordSecond(story);
    const [missed, unanswered] = await owed(story);
    await story.shows('us-desk', 'recordDelegation', { party: 'US' });
    await story.settle();
    await repudiated(story, cases.repudiated);
    await called(story);
    await story.moveTo('2026-03-04T10:00:00+01:00');
    await agreed(story, cases);
    await dismissed(story, cases.late);
    await story.moveTo('2026-03-06T18:00:00+01:00');
    const urgentCase = await urgent(story);
    await transmitted(story, cases.left);
    for (const instant of ['2026-03-07T18:02:00+01:00', '2026-03-10T18:00:00+01:00']) await story.moveTo(instant);
    await urgencyConfirmed(story, urgentCase);
    await replaced(story, cases.challenged);
    await story.moveTo('2026-03-16T18:00:00+01:00');
    await story.shows('us-desk', 'layOpenNonce', { caseId: cases.drawn });
    const settlement = `/v1/cases/${cases.unanswered}/settlement`;
    await enteredLate(story, {
      ...{ officer: 'us-registry', address: `${settlement}/conciliations/1/acceptances`, body: {} },
      ...{ lastMinute: '2026-03-16T16:59:00+01:00', operationId: 'answerLateEntryOfSettlement' },
      ...{ entries: `${settlement}/late-entries`, at: { caseId: cases.unanswered } },
    });
    const late = `/v1/cases/${cases.late}`;
    await enteredLate(story, {
      ...{ officer: 'us-registry', address: `${late}/reply`, body: REPLY },
      ...{ lastMinute: '2026-03-16T16:59:00+01:00', operationId: 'answerLateEntryOfExchange' },
      ...{ entries: `${late}/late-entries`, at: { caseId: cases.late } },
    });
    await story.moveTo('2026-03-24T10:00:00+01:00');
    await exhibited(story, main);
    await reviewed(story, main);
    await story.moveTo('2026-03-30T18:00:00+02:00');
    const agreement = `/v1/agreements/${unanswered}`;
    await enteredLate(story, {
      ...{ officer: 'cn-registry', address: `${agreement}/obligations/O1/verifications` },
      ...{ body: { says: 'on-course', verdict: 'verified', note: [] }, lastMinute: '2026-03-30T16:59:00+02:00' },
      ...{ operationId: 'answerLateEntryOfAgreement', entries: `${agreement}/late-entries` },
      at: { agreementId: unanswered },
    });
    await story.moveTo('2026-04-01T10:00:00+02:00');
    await story.shows('cn-desk', 'giveNonPerformanceNotice', { agreementId: missed, obligation: 'O1' });
    await story.moveTo('2026-04-24T10:00:00+02:00');
    await decided(story, main);
    await uploaded(story);
    expect(story.faults).toEqual([]);
    expect(story.bodies.unsent).toEqual([]);
  }, 900_000);
});
