import type { Instant } from '@parley/kernel';
import { given } from '@parley/testing';
import type { CaseCommand, CaseState } from '../case-commands.rules';
import { propose, sign, suspension } from '../consent/consent-story.fixture';
import { at, complainant, decider, expire, filing, grievance, register, registry } from '../case-story.fixture';

const [measure] = grievance.measures as [(typeof grievance.measures)[number]];
const [claim] = grievance.claims as [(typeof grievance.claims)[number]];
const three = {
  measures: [measure, { ...measure, id: 'M2', number: 'EO 14195a' }],
  claims: [claim, { ...claim, id: 'C2', measure: 'M2' }, { ...claim, id: 'C3', provision: 'II' }],
};
/** The screening after the reply lapsed and the consultations closed. */
const reviewed = given(decider).when(
  filing('2025-02-04T10:00:00+01:00', three),
  { type: 'FindComplete', ...registry('2025-02-06T10:00:00+01:00') },
  register,
  expire('reply'),
  expire('consultations'),
  expire('joint-proposal'),
);

/** The panel is at work, and a suspension of the screening is proposed. */
const underReview = reviewed.when(propose(suspension(), '2025-06-09T10:00:00Z'));

const ENDED = '2025-06-10T10:00:00.000Z';
const findings: CaseCommand = { type: 'NotePanelOutcome', outcome: 'findings', at: at(ENDED), eventId: 'findings' };
const exhausted: CaseCommand = {
  type: 'NotePanelOutcome',
  outcome: 'roster-exhausted',
  sides: [],
  at: at(ENDED),
  eventId: 'exhausted',
};
const settlement: CaseCommand = { type: 'NoteSettlement', at: at(ENDED), eventId: 'settlement' };
const withdrawal = (claims: readonly string[], receivedAt: string): CaseCommand => ({
  type: 'WithdrawClaims',
  ...complainant(receivedAt),
  claims,
});
const whole = (receivedAt: string): CaseCommand => ({ type: 'WithdrawGrievance', ...complainant(receivedAt) });

/** The case after these commands, one after the other. A refused command leaves it as it is. */
const after = (...commands: readonly CaseCommand[]): CaseState => from(underReview.state, ...commands);

const from = (first: CaseState, ...commands: readonly CaseCommand[]): CaseState =>
  commands.reduce<CaseState>((state, command) => {
    const decision = decider.decide(command, state);
    return decision.kind === 'refused' ? state : decision.events.reduce(decider.evolve, state);
  }, first);

/** What counts of a case: how and when it ended, and which claims it holds. */
const standing = (state: CaseState) => {
  if (state.status === 'unfiled') throw new Error('no case');
  const { claims, measures } = state.grievance;
  const end =
    state.status === 'ended'
      ? {
          outcome: state.outcome,
          endedAt: state.endedAt,
          stopped: state.stopped.deadlines.map(({ id }) => id).toSorted(),
        }
      : {};
  const proposals = state.proposals.map((proposal) => proposal.end);
  return {
    ...end,
    proposals,
    claims: claims.map(({ id }) => id),
    measures: measures.map(({ id }) => id),
    gone: state.goneClaims,
  };
};

const [BEFORE, THEN, BEHIND] = ['2025-06-10T09:59:59.999Z', ENDED, '2025-06-10T10:00:00.001Z'];

describe.each([
  ['findings', findings, 'findings-issued'],
  ['a panel that cannot be had', exhausted, 'no-panel'],
  ['a settlement', settlement, 'settled'],
] as const)('a withdrawal beside %s', (name, end, outcome) => {
  const counts = (when: string): boolean => when < ENDED || (when === ENDED && name === 'a panel that cannot be had');

  it.each([BEFORE, THEN, BEHIND])(
    'of the whole at %s gives the same case in whatever order the two are heard of (I-19)',
    (when) => {
      const [one, other] = [after(end, whole(when)), after(whole(when), end)];
      expect(standing(one)).toEqual(standing(other));
      expect(one).toMatchObject({
        status: 'ended',
        outcome: counts(when) ? 'withdrawn' : outcome,
        endedAt: (counts(when) ? when : ENDED) as Instant,
      });
    },
  );

  it.each([BEFORE, THEN, BEHIND])(
    'of some claims at %s gives the same case in whatever order the two are heard of (I-19)',
    (when) => {
      const [one, other] = [after(end, withdrawal(['C2'], when)), after(withdrawal(['C2'], when), end)];
      expect(standing(one)).toEqual(standing(other));
      expect(standing(one)).toMatchObject({ outcome, claims: counts(when) ? ['C1', 'C3'] : ['C1', 'C2', 'C3'] });
    },
  );

  it('one after the other, to the last claim, is undone where it came behind', () => {
    const [first, second, last] = [
      withdrawal(['C1'], BEFORE),
      withdrawal(['C3'], BEHIND),
      withdrawal(['C2'], '2025-06-10T10:00:01Z'),
    ];
    expect(standing(after(first, second, last, end))).toEqual(standing(after(first, end, second, last)));
    expect(standing(after(first, second, last, end))).toMatchObject({
      outcome,
      claims: ['C2', 'C3'],
      measures: ['M1', 'M2'],
      gone: ['C1'],
    });
  });

  it('that was set aside is set aside once', () => {
    const state = after(withdrawal(['C2'], BEHIND), end);
    expect(after(withdrawal(['C2'], BEHIND), end, end)).toEqual(state);
  });
});

describe('a withdrawal of a case that stood still', () => {
  const stoodStill = underReview.when(sign(suspension(), '2025-06-10T09:00:00Z'));

  it.each(['2025-06-10T08:59:59.999Z', '2025-06-10T09:30:00.000Z'])(
    'beside findings of %s gives the same case in whatever order the two are heard of',
    (issuedAt) => {
      const [late, gone] = [{ ...findings, at: at(issuedAt) } as CaseCommand, whole('2025-06-11T10:00:00Z')];
      const [one, other] = [from(stoodStill.state, late, gone), from(stoodStill.state, gone, late)];
      expect(standing(one)).toEqual(standing(other));
      expect(one).toMatchObject({ outcome: issuedAt < '2025-06-10T09' ? 'findings-issued' : 'withdrawn' });
    },
  );
});

describe('a withdrawal that is set aside', () => {
  it('is said to be, with the claims that stand', () => {
    const { events, recorded } = underReview.when(withdrawal(['C2'], BEHIND), findings);
    expect(recorded).toEqual(['ClaimsWithdrawalSetAside', 'ScreeningEnded']);
    expect(events.at(-2)).toMatchObject({
      occurredAt: ENDED,
      tier: 'PUBLIC',
      data: { claims: ['C2'], standing: ['C1', 'C2', 'C3'], becauseOf: 'findings' },
    });
  });
});
