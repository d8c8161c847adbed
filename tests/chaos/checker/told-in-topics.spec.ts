import { evidence, intake, panelReview, referral } from '@parley/contracts';
import { TOLD, toldOf } from './told-in-topics';

const CONTRACTS = {
  intake: intake.file_parley_intake_v1_intake,
  evidence: evidence.file_parley_evidence_v1_evidence,
  panelreview: panelReview.file_parley_panelreview_v1_panel_review,
  referral: referral.file_parley_referral_v1_referral,
};

/** Told of streams that are not a case's own: of hotline requests, of crisis teams and of a party's delegations. */
const OF_OTHER_STREAMS: readonly string[] = ['HotlineRecorded', 'CrisisTeamNeeded', 'CrisisTeamDrawn', 'DelegationChanged'];
/** Told with every event that moves a clock, whatever it is. */
const WITH_EVERY_MOVE = 'ClocksMoved';

/** All that an event of a case may open, close or say, so that everything is told which it can make its context tell. */
const payload = {
  opens: [
    { id: 'reply', clock: 'nomination', changes: ['one'] },
    { id: 'long-stop', clock: 'long-stop', changes: [] },
  ],
  closes: [],
  removed: [{ member: 'US-PANEL-1' }],
  instead: 'US-PANEL-1',
};

describe('what is told in topics', () => {
  it.each(Object.entries(CONTRACTS))('of %s is every event of a case that its contract has', (context, { messages }) => {
    const events = messages.filter(({ fields }) => fields.some(({ name }) => name === 'case_id')).map(({ name }) => name);
    const told = Object.keys(TOLD[context] ?? {}).flatMap((type) =>
      toldOf({ stream: `${context}.case-1`, type, payload, eventId: '', revision: 0, actor: { kind: 'system' }, occurredAt: '', recordedAt: '', cause: { kind: 'timer', id: '' }, tier: 'PUBLIC', commitment: '' }),
    );
    const expected = events.filter((name) => !OF_OTHER_STREAMS.includes(name) && name !== WITH_EVERY_MOVE);
    expect(expected.length).toBeGreaterThan(5);
    expect([...new Set(told)].filter((name) => name !== WITH_EVERY_MOVE).toSorted()).toEqual(expected.toSorted());
  });
});
