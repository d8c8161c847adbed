import { fold, type Instant, type PartyCode } from '@parley/kernel';
import { drawCommitment, sha256Text } from '@parley/procedure';
import fc from 'fast-check';
import { clocksOf, complainant, person, respondent } from '../../case/case-story.fixture';
import { optionsDigest } from './crisis-team.rules';
import { hotlineDecider } from './hotline-acts.rules';
import type { HotlineState } from './hotline.rules';
import type { HotlineCommand } from './hotline-commands.rules';
import type { HotlineEvent } from './hotline-events.rules';

const decider = hotlineDecider(clocksOf);
const START = Date.UTC(2025, 2, 1, 23);
const at = (ms: number): string => new Date(START + ms).toISOString();
const hotlineId = '7d5e1c1e-9d2f-8a57-8f0e-3f6a2f6f6b11';
const [US, CN] = ['US', 'CN'] as [PartyCode, PartyCode];

const requests = fc.constantFrom('crisis' as const, 'routine' as const).map((grade): HotlineCommand => ({
  type: 'RequestHotline',
  ...complainant(at(0)),
  hotlineId,
  caseId: null,
  grade,
  parties: [US, CN],
  subject: [],
  before: [],
}));
const nonceOf = (desk: string): string => sha256Text(desk);
const members = [
  { personId: person('us-9'), party: US },
  { personId: person('cn-9'), party: CN },
];
const acts = fc.integer({ min: 0, max: 3 * 24 * 3_600_000 }).chain((ms) => {
  const time = at(ms);
  const member = (id: string) => ({ by: person(id), party: null, receivedAt: time as Instant });
  return fc.constantFrom<HotlineCommand>(
    { type: 'AcknowledgeHotline', ...respondent(time), as: 'desk', duty: 'official', office: 'Director', text: [] },
    { type: 'AcknowledgeHotline', ...respondent(time), as: 'cohead', duty: null, office: 'Co-head', text: [] },
    { type: 'AcknowledgeHotline', ...complainant(time), as: 'desk', duty: 'official', office: 'Director', text: [] },
    { type: 'ExpireRung', deadlineId: 'official' },
    { type: 'ExpireRung', deadlineId: 'coheads' },
    { type: 'ExpireRung', deadlineId: 'deputies' },
    { type: 'ExpireRung', deadlineId: 'options' },
    { type: 'CallCrisisTeam', ...complainant(time) },
    { type: 'NoteCrisisTeam', members, secretMissing: false, at: time as Instant },
    { type: 'NoteCrisisTeam', members: [], secretMissing: false, at: time as Instant },
    { type: 'ExpireRung', deadlineId: 'commitments' },
    { type: 'ExpireRung', deadlineId: 'nonces' },
    ...[complainant(time), respondent(time)].flatMap((act): readonly HotlineCommand[] => [
      { type: 'CommitCrisisNonce', ...act, commitment: drawCommitment(nonceOf(act.by)) },
      { type: 'LayCrisisNonceOpen', ...act, nonce: nonceOf(act.by) },
    ]),
    ...['us-9', 'cn-9', 'us-8'].flatMap((id): readonly HotlineCommand[] => [
      { type: 'DraftOptions', ...member(id), text: [] },
      { type: 'SignOptions', ...member(id), digest: optionsDigest(hotlineId, []) },
    ]),
  );
});
const stories = fc
  .tuple(requests, fc.array(acts, { minLength: 10, maxLength: 40 }))
  .map(([first, rest]) => [first, ...rest]);

function tell(
  commands: readonly HotlineCommand[],
  from: HotlineState = decider.initial,
): { readonly state: HotlineState; readonly events: readonly HotlineEvent[] } {
  let state = from;
  const events: HotlineEvent[] = [];
  for (const command of commands) {
    const decision = decider.decide(command, state);
    if (decision.kind === 'refused') continue;
    events.push(...decision.events);
    state = decision.events.reduce((folded, event) => decider.evolve(folded, event), state);
  }
  return { state, events };
}

describe('a request on the hotline, whatever happens to it', () => {
  it('takes each default once, as of its expiry, however late and however often it is decided (I-18)', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const { state } = tell(story);
        if (state.status === 'silent') return;
        for (const { id, dueAt } of Object.values(state.running)) {
          const once = tell([{ type: 'ExpireRung', deadlineId: id }], state);
          expect(once.events.length).toBeGreaterThan(0);
          expect(once.events.every(({ occurredAt }) => occurredAt === dueAt)).toBe(true);
          expect(tell([{ type: 'ExpireRung', deadlineId: id }], once.state).events).toEqual([]);
        }
      }),
    );
  });

  it(
    'is acknowledged by who came before the expiry, and by nobody at it or after while its default ' +
      'is not on record (I-19)',
    () => {
      fc.assert(
        fc.property(stories, fc.integer({ min: -2, max: 2 }), (story, offset) => {
          const { state } = tell(story);
          if (state.status === 'silent') return;
          const [time] = Object.values(state.running).filter(({ clock }) => clock === 'hotline');
          if (!time) return;
          const received = respondent(new Date(Date.parse(time.dueAt) + offset).toISOString());
          const decision = decider.decide(
            { type: 'AcknowledgeHotline', ...received, as: 'desk', duty: 'official', office: 'Director', text: [] },
            state,
          );
          expect(decision.kind).toBe(offset < 0 ? 'accepted' : 'refused');
        }),
        { numRuns: 300 },
      );
    },
  );

  it('never waits for anybody: it is answered, or is unanswered when the deputies had it', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const { state } = tell([
          ...story,
          { type: 'ExpireRung', deadlineId: 'official' },
          ...['coheads', 'deputies', 'commitments', 'nonces', 'options'].map(
            (deadlineId) => ({ type: 'ExpireRung', deadlineId }) as const,
          ),
        ]);
        if (state.status === 'silent') return;
        expect(state.status === 'answered' || state.rung === 'unanswered').toBe(true);
        expect(state.running).toEqual({});
      }),
    );
  });

  it('has an options paper only with the signatures of two persons, one of each side, over one digest (I-04)', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const { state } = tell(story);
        if (state.status === 'silent' || !state.paper?.agreedAt) return;
        expect(state.paper.signatures.map(({ party }) => party).toSorted()).toEqual(['CN', 'US']);
        expect(new Set(state.paper.signatures.map(({ personId }) => personId)).size).toBe(2);
      }),
      { numRuns: 300 },
    );
  });

  it('starts and ends each of its times for both sides at one instant (I-06)', () => {
    fc.assert(
      fc.property(stories, (story) => {
        for (const { tier, data } of tell(story).events)
          if (data.opens.length + data.closes.length > 0) expect(['PUBLIC', 'PARTIES']).toContain(tier);
      }),
    );
  });

  it('says nothing of its content in a public event', () => {
    fc.assert(
      fc.property(stories, (story) => {
        for (const { tier, data } of tell(story).events)
          if (tier === 'PUBLIC')
            expect(Object.keys(data).filter((key) => key === 'text' || key === 'subject')).toEqual([]);
      }),
    );
  });

  it('is replayed from nothing to exactly its state (I-36)', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const { state, events } = tell(story);
        expect(fold(decider, JSON.parse(JSON.stringify(events)) as HotlineEvent[])).toEqual(
          JSON.parse(JSON.stringify(state)),
        );
      }),
    );
  });
});
