import { given } from '@parley/testing';
import type { CaseCommand, CaseState } from '../case-commands.rules';
import { at, complainant, decider, expire, filing, grievance, register, registry } from '../case-story.fixture';
import { propose, sign, suspension } from '../consent/consent-story.fixture';

const [claim] = grievance.claims as [(typeof grievance.claims)[number]];
const story = given(decider).when(
  filing('2025-02-04T10:00:00+01:00', { claims: [claim, { ...claim, id: 'C2', provision: 'II' }] }),
  { type: 'FindComplete', ...registry('2025-02-06T10:00:00+01:00') },
  register,
  expire('reply'),
  expire('consultations'),
  expire('joint-proposal'),
  propose(suspension(), '2025-07-04T08:00:00Z'),
);

const CLOSED = '2025-07-04T10:00:00.000Z';
const [BEFORE, BEHIND] = ['2025-07-04T09:59:59.999Z', '2025-07-04T10:00:00.001Z'];
/** Behind the long-stop, which ends on 7 July. */
const ISSUED = '2025-07-11T15:00:00.000Z';

const ofPanel = (outcome: 'close' | 'findings', when: string): CaseCommand => ({
  type: 'NotePanelOutcome',
  outcome,
  at: at(when),
  eventId: outcome,
});
const [close, issue] = [ofPanel('close', CLOSED), ofPanel('findings', ISSUED)];
const whole = (when: string): CaseCommand => ({ type: 'WithdrawGrievance', ...complainant(when) });
const some = (when: string): CaseCommand => ({ type: 'WithdrawClaims', ...complainant(when), claims: ['C2'] });
const settlement = (when: string): CaseCommand => ({ type: 'NoteSettlement', at: at(when), eventId: 'settlement' });

/** How a screening ended, and with which claims, whatever was refused on the way. */
function endOf(...commands: readonly CaseCommand[]) {
  const state = commands.reduce<CaseState>((before, command) => {
    const decision = decider.decide(command, before);
    return decision.kind === 'refused' ? before : decision.events.reduce(decider.evolve, before);
  }, story.state);
  if (state.status !== 'ended') throw new Error(state.status);
  return [state.outcome, state.endedAt, state.grievance.claims.map(({ id }) => id)];
}

const FINDINGS = ['findings-issued', ISSUED, ['C1', 'C2']];

describe('a deliberation that is closed (I-68)', () => {
  it('ends the long-stop, which no longer runs between the close and the certification', () => {
    const closed = story.when(close);
    expect(closed.events.at(-1)).toMatchObject({ type: 'CloseNoted', tier: 'PUBLIC', data: { closes: ['long-stop'] } });
    expect(closed.when(expire('long-stop')).recorded).toEqual([]);
    expect(endOf(close, expire('long-stop'), issue)).toEqual(FINDINGS);
  });

  it.each([whole, some])('is followed by no withdrawal', (withdrawal) => {
    const closed = story.when(close);
    for (const when of [CLOSED, BEHIND]) expect(closed.refusalOf(withdrawal(when))).toBe('deliberation-closed-already');
    expect(closed.when(withdrawal(BEFORE)).recorded).toHaveLength(1);
  });

  it.each([
    ['a withdrawal', whole],
    ['a withdrawal of the losing claim', some],
    ['a settlement', settlement],
  ] as const)('issues its findings whatever %s says, in whatever order the two are heard of (I-19)', (_, act) => {
    for (const when of [CLOSED, BEHIND]) {
      expect(endOf(close, act(when), issue)).toEqual(FINDINGS);
      expect(endOf(act(when), close, issue)).toEqual(FINDINGS);
    }
    expect(endOf(act(BEFORE), close, issue)).not.toEqual(FINDINGS);
    expect(endOf(act(BEFORE), close, issue)).toEqual(endOf(close, act(BEFORE), issue));
  });

  it('is not suspended any more, and a suspension that was signed meanwhile holds no findings up', () => {
    expect(story.when(close).refusalOf(sign(suspension(), BEHIND))).toBe('deliberation-closed-already');
    expect(endOf(sign(suspension(), BEHIND), close, issue)).toEqual(FINDINGS);
  });

  it('sets a lapse aside that was recorded first', () => {
    expect(story.when(expire('long-stop'), close).recorded).toEqual(['LapseSetAside', 'CloseNoted']);
    expect(endOf(expire('long-stop'), close, issue)).toEqual(FINDINGS);
  });

  it('is closed once', () => expect(story.when(close, close).recorded).toEqual([]));
});
