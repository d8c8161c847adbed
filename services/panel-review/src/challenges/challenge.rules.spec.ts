import { refusalBeforeBody } from '@parley/kernel';
import {
  clocksOf,
  challenge,
  CN,
  decide,
  desk,
  disclosed,
  expire,
  openedPanel,
  opening,
  person,
  US,
} from '../panel/panel-story.fixture';
import type { ChallengeMember } from '../panel/panel-commands.rules';
import type { OpenedPanel } from '../panel/panel-state.rules';
import { givenPanel } from '../panel/told-panel.fixture';
import { challengeMember } from './challenge-decision.rules';

const start = givenPanel();

describe('a challenge', () => {
  const panel = start.when(...disclosed);
  const challenged = panel.when(challenge(CN, 'us-1', '2025-02-14T10:00:00Z'));

  it('is made by the other side, of a member who has disclosed, in time', () => {
    expect(panel.refusalOf(challenge(US, 'us-1', '2025-02-14T10:00:00Z'))).toBe('own-member');
    expect(panel.refusalOf({ ...challenge(CN, 'us-1', '2025-02-14T10:00:00Z'), party: null } as never)).toBe(
      'not-a-party',
    );
    expect(panel.refusalOf(challenge(CN, 'us-4', '2025-02-14T10:00:00Z'))).toBe('unknown-member');
    expect(panel.refusalOf(challenge(CN, 'us-1', '2025-02-21T17:00:00+01:00'))).toBe('challenge-out-of-time');
    expect(challenged.refusalOf(challenge(CN, 'us-1', '2025-02-14T11:00:00Z'))).toBe('not-open-to-challenge');
  });

  it('is refused whomever it would name while nobody of the other side is on the panel', () => {
    const known: Partial<ChallengeMember> = { ...desk(CN, '2025-02-14T10:00:00Z'), type: 'ChallengeMember' };
    const barOf = ({ state }: typeof panel) =>
      refusalBeforeBody<ChallengeMember, OpenedPanel>(
        (command, opened) => challengeMember(command, opened, clocksOf('2026-1')),
        known,
        openedPanel(state),
      )?.reason.code;
    expect([barOf(start.when(opening())), barOf(panel)]).toEqual(['unknown-member', undefined]);
  });

  it('is awaited of the side that did not name the member', () => {
    const { running } = openedPanel(panel.state);
    expect([running['challenge:US:1']?.awaits, running['challenge:CN:2']?.awaits]).toEqual(['party:CN', 'party:US']);
  });

  it('is decided by both co-heads over the same digest (I-04)', () => {
    const one = challenged.when(decide(US, 'us-1', 'upheld', '2025-02-17T10:00:00Z'));
    expect(one.recorded).toEqual(['ChallengeDecisionSigned']);
    const another = decide(CN, 'us-1', 'upheld', '2025-02-18T10:00:00Z', 'challenge:2');
    expect(one.refusalOf(another)).toBe('unknown-challenge');
    const both = one.when(decide(CN, 'us-1', 'upheld', '2025-02-18T10:00:00Z'));
    expect(both.recorded).toEqual(['ChallengeDecisionSigned', 'ChallengeDecided']);
    expect(both.state).toMatchObject({ challenges: [{ outcome: { verdict: 'upheld', by: 'both-signatures' } }] });
    expect(openedPanel(both.state).running['nomination:US:1']).toMatchObject({ awaits: 'party:US' });
  });

  it('is never decided by the challenged member (I-10)', () => {
    const own = { ...decide(US, 'us-1', 'not-upheld', '2025-02-17T10:00:00Z'), by: person('us-1') };
    expect(challenged.refusalOf(own as never)).toBe('challenged-member-decides');
  });

  it('is decided by nobody who sits on the panel or acts for a desk (I-05)', () => {
    const as = (id: string) => ({ ...decide(US, 'us-1', 'upheld', '2025-02-17T10:00:00Z'), by: person(id) }) as never;
    expect(challenged.refusalOf(as('us-2'))).toBe('two-capacities-in-case');
    expect(challenged.refusalOf(as('cn-desk'))).toBe('two-capacities-in-case');
  });

  it('takes one signature of a side, never of one person for both, and only over what is to be signed', () => {
    const one = challenged.when(decide(US, 'us-1', 'upheld', '2025-02-17T10:00:00Z'));
    expect(one.refusalOf(decide(US, 'us-1', 'upheld', '2025-02-17T11:00:00Z'))).toBe('side-already-signed');
    expect(
      one.refusalOf({ ...decide(CN, 'us-1', 'upheld', '2025-02-17T11:00:00Z'), by: person('us-cohead') } as never),
    ).toBe('one-person-for-both-sides');
    expect(
      one.refusalOf({ ...decide(CN, 'us-1', 'upheld', '2025-02-17T11:00:00Z'), verdict: 'not-upheld' } as never),
    ).toBe('signed-digest-differs');
    expect(one.refusalOf(decide(CN, 'us-1', 'upheld', '2025-02-24T17:00:00+01:00'))).toBe(
      'challenge-decision-out-of-time',
    );
  });

  it('on which the co-heads split or are silent leaves the member, on record', () => {
    const split = challenged.when(
      decide(US, 'us-1', 'not-upheld', '2025-02-17T10:00:00Z'),
      decide(CN, 'us-1', 'upheld', '2025-02-17T10:00:00Z'),
      expire('challenge-decision:US:1'),
    );
    expect(split.state).toMatchObject({
      challenges: [{ outcome: { verdict: 'not-upheld', by: 'default', missing: [] } }],
    });
    const silent = challenged.when(expire('challenge-decision:US:1'));
    expect(silent.state).toMatchObject({ challenges: [{ outcome: { by: 'default', missing: [CN, US] } }] });
    expect(silent.refusalOf(decide(US, 'us-1', 'upheld', '2025-02-17T10:00:00Z'))).toBe('challenge-decided');
  });
});
