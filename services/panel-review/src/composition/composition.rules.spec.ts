import { verifyDraw } from '@parley/procedure';
import {
  at,
  challenge,
  clocksOf,
  CN,
  coHead,
  convened,
  decide,
  desk,
  disclose,
  disclosed,
  expire,
  member,
  nominate,
  opened,
  openedPanel,
  opening,
  person,
  reviewing,
  rosterOf,
  text,
  US,
} from '../panel/panel-story.fixture';
import { givenPanel } from '../panel/told-panel.fixture';
import type { MakeDisclosure } from '../panel/panel-commands.rules';
import { seatedMembers } from './draw-seat.rules';
import { makeDisclosure } from './members.rules';

const start = givenPanel();

describe('the opening of a panel', () => {
  it('starts the time to nominate for every seat of both sides at one instant', () => {
    const { running } = openedPanel(start.when(...opened).state);
    expect(Object.keys(running)).toEqual(['nomination:CN:1', 'nomination:CN:2', 'nomination:US:1', 'nomination:US:2']);
    expect(new Set(Object.values(running).map(({ dueAt }) => dueAt)).size).toBe(1);
  });

  it('awaits the act of each side for its own seats', () => {
    const { running } = openedPanel(start.when(...opened).state);
    expect(Object.values(running).map(({ awaits }) => awaits)).toEqual([
      'party:CN',
      'party:CN',
      'party:US',
      'party:US',
    ]);
  });

  it('keeps the trigger day of an expiry when a default registered the case', () => {
    const byDefault = start.when(opening({ registeredBy: 'expiry', registeredAt: at('2025-02-10T17:00:00+01:00') }));
    expect(openedPanel(byDefault.state).running['nomination:US:1']?.trigger).toMatchObject({
      kind: 'expiry',
      date: '2025-02-10',
    });
  });

  it('happens once', () => expect(start.when(...opened, opening()).recorded).toEqual([]));

  it('keeps what evidence told before it', () => {
    const early = start.when(
      { told: 'exhibit', exhibit: 'USA-1', party: US, isPublic: true, at: at('2025-02-04T10:00:00Z'), answers: '' },
      opening(),
    );
    expect(openedPanel(early.state).exhibits).toMatchObject([{ number: 'USA-1' }]);
  });

  it('is what every act waits for', () =>
    expect(start.refusalOf(nominate('us-1', '2025-02-12T10:00:00Z'))).toBe('panel-not-opened'));
});

describe('a nomination', () => {
  const panel = start.when(...opened);

  it('is for a desk of the parties', () => {
    const other = { ...nominate('us-1', '2025-02-12T10:00:00Z'), party: null };
    expect(panel.refusalOf(other as never)).toBe('not-a-party');
  });

  it('names somebody of the frozen roster', () =>
    expect(panel.refusalOf(nominate('us-9', '2025-02-12T10:00:00Z'))).toBe('not-on-frozen-roster'));

  it('names nobody twice', () => {
    expect(
      panel.when(nominate('us-1', '2025-02-12T10:00:00Z')).refusalOf(nominate('us-1', '2025-02-12T11:00:00Z')),
    ).toBe('nominee-not-eligible');
  });

  it('names no officer of the desk who acted in the case (I-05)', () => {
    const rosters = {
      complainant: rosterOf('cn', 3),
      respondent: [...rosterOf('us', 3), { personId: person('us-desk'), expertise: [], languages: [] }],
    };
    const self = start.when(opening({ rosters }), nominate('us-1', '2025-02-12T10:00:00Z'));
    expect(self.refusalOf({ ...nominate('us-1', '2025-02-12T10:00:00Z'), member: person('us-desk') } as never)).toBe(
      'nominee-not-eligible',
    );
  });

  it('comes before the instant at which its time ends', () => {
    expect(panel.when(nominate('us-1', '2025-02-25T16:59:59.999+01:00')).recorded).toEqual(['MemberNominated']);
    expect(panel.refusalOf(nominate('us-1', '2025-02-25T17:00:00+01:00'))).toBe('nomination-out-of-time');
  });

  it('fills as many seats as there are', () => {
    const full = panel.when(nominate('us-1', '2025-02-12T10:00:00Z'), nominate('us-2', '2025-02-12T10:00:00Z'));
    expect(full.refusalOf(nominate('us-3', '2025-02-12T10:00:00Z'))).toBe('no-vacant-seat');
  });
});

describe('a disclosure', () => {
  const nominated = start.when(...opened, nominate('us-1', '2025-02-12T10:00:00Z'));

  it('is made by the nominee, after the nomination (I-08)', () => {
    expect(start.when(...opened).refusalOf(disclose('us-1', '2025-02-12T09:00:00Z'))).toBe('not-on-panel');
    const ended = nominated.when({ told: 'screening-ended', outcome: 'withdrawn', at: at('2025-02-13T09:00:00Z') });
    expect(ended.refusalOf(disclose('us-1', '2025-02-13T10:00:00Z'))).toBe('screening-ended');
  });

  it('seats nobody of another capacity, however one came to be nominated (I-05)', () => {
    const capacities = { 'us-1': 'registry' } as const;
    const state = { ...openedPanel(nominated.state), capacities };
    const made = makeDisclosure(disclose('us-1', '2025-02-13T10:00:00Z') as MakeDisclosure, state, clocksOf('2026-1'));
    expect(made).toMatchObject({ kind: 'refused', reason: { code: 'two-capacities-in-case' } });
  });

  it('that does not come in time has the seat drawn by lot', () => {
    const late = nominated.when(expire('disclosure:US:1'));
    expect(late.events.slice(-2)).toMatchObject([
      { type: 'MemberRemoved', data: { member: 'us-1', closes: ['disclosure:US:1'] } },
      { type: 'MemberDrawn', data: { because: 'no-disclosure', seat: 'respondent-1' } },
    ]);
    expect(openedPanel(late.state).draws[0]?.eligible).not.toContain('us-1');
    expect(nominated.refusalOf(disclose('us-1', '2025-02-18T17:00:00+01:00'))).toBe('disclosure-out-of-time');
  });
});

describe('a draw by lot', () => {
  const story = [...opened, nominate('us-1', '2025-02-12T10:00:00Z'), disclose('us-1', '2025-02-13T10:00:00Z')];
  const drawn = start.when(...story, expire('nomination:CN:2'));

  it('fills every seat that waits until the same instant, in their order, whichever deadline fires', () => {
    expect(openedPanel(drawn.state).draws.map(({ seat }) => seat)).toEqual([
      'complainant-1',
      'complainant-2',
      'respondent-2',
    ]);
    const other = start.when(...story, expire('nomination:US:2'));
    expect(openedPanel(other.state).draws).toEqual(openedPanel(drawn.state).draws);
  });

  it('can be repeated by anybody against the commitment that was published', () => {
    const { draws, rosterDigests } = openedPanel(drawn.state);
    const { drawCommitments } = openedPanel(start.when(...opened).state);
    const digestOf = (seat: string) =>
      seat.startsWith('complainant') ? rosterDigests.complainant : rosterDigests.respondent;
    const published = (seat: string) => ({ commitment: drawCommitments[seat]![0]!, rosterDigest: digestOf(seat) });
    expect(draws.map((draw) => verifyDraw(draw, { ...published(draw.seat), nonces: {} }))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('gives the drawn one the time to disclose from the day of the expiry', () => {
    expect(openedPanel(drawn.state).running['disclosure:CN:1']?.trigger).toMatchObject({
      kind: 'expiry',
      date: '2025-02-25',
    });
  });

  it('without an eligible name ends the panel', () => {
    const bare = start.when(
      opening({ rosters: { complainant: rosterOf('cn', 1), respondent: rosterOf('us', 4) } }),
      expire('nomination:CN:1'),
    );
    expect(bare.recorded).toEqual(['MemberDrawn', 'MemberDrawn', 'MemberDrawn', 'PanelImpossible']);
    expect(bare.events.at(-1)).toMatchObject({ data: { seats: ['complainant-2'], lacking: [CN], unseated: [] } });
    expect(bare.state).toMatchObject({ stage: { name: 'impossible' }, running: {} });
  });
});

describe('a peremptory replacement', () => {
  const stays = start.when(
    ...disclosed,
    challenge(CN, 'us-1', '2025-02-14T10:00:00Z'),
    expire('challenge-decision:US:1'),
  );
  const replace = (id: string, when: string) =>
    ({ type: 'ReplaceMember', ...desk(CN, when), member: person(id) }) as const;

  it('is open to the side whose challenge was not upheld, against that member, in time', () => {
    expect(openedPanel(stays.state).running['replacement:US:1']).toMatchObject({
      dueDate: '2025-03-03',
      awaits: 'party:CN',
    });
    expect(stays.refusalOf(replace('us-2', '2025-02-25T10:00:00Z'))).toBe('not-open-to-replacement');
    expect(stays.refusalOf({ ...replace('us-1', '2025-02-25T10:00:00Z'), party: null })).toBe('not-a-party');
    expect(stays.refusalOf({ ...replace('us-1', '2025-02-25T10:00:00Z'), ...desk(US, '2025-02-25T10:00:00Z') })).toBe(
      'own-member',
    );
    const replaced = stays.when(replace('us-1', '2025-02-25T10:00:00Z'));
    expect(replaced.recorded).toEqual(['MemberReplaced']);
    expect(replaced.refusalOf(nominate('us-1', '2025-02-26T10:00:00Z'))).toBe('nominee-not-eligible');
    const ended = stays.when({ told: 'screening-ended', outcome: 'withdrawn', at: at('2025-02-25T09:00:00Z') });
    expect(ended.refusalOf(replace('us-1', '2025-02-25T10:00:00Z'))).toBe('screening-ended');
  });

  it('is used once per case', () => {
    const again = stays.when(
      replace('us-1', '2025-02-25T10:00:00Z'),
      nominate('us-3', '2025-02-26T10:00:00Z'),
      disclose('us-3', '2025-02-27T10:00:00Z'),
      challenge(CN, 'us-3', '2025-02-28T10:00:00Z'),
      expire('challenge-decision:US:1'),
    );
    expect(again.refusalOf(replace('us-3', '2025-03-07T18:00:00+01:00'))).toBe('not-open-to-replacement');
    expect(openedPanel(again.state).running['replacement:US:1']).toBeUndefined();
  });

  it('that is not used settles the seat', () => {
    expect(
      seatedMembers(openedPanel(stays.when(expire('replacement:US:1')).state)).map(({ member: id }) => id),
    ).toContain('us-1');
  });
});

describe('a panel', () => {
  it('is convened when the last seat is settled, with one co-chair of each side', () => {
    const panel = start.when(...convened);
    expect(panel.recorded.slice(-2)).toEqual(['ChallengeTimeEnded', 'PanelConvened']);
    expect(openedPanel(panel.state).convening).toMatchObject({ coChairs: ['cn-2', 'us-2'], by: 'expiry' });
  });

  it('opens its review at the later of composition and the end of consultations', () => {
    const later = start.when(...reviewing);
    expect(later.events.at(-1)).toMatchObject({ type: 'ReviewOpened', occurredAt: at('2025-03-18T17:00:00+01:00') });
    const earlier = start.when(
      ...disclosed,
      { told: 'consultations-ended', at: at('2025-02-20T17:00:00+01:00') },
      expire('challenge:CN:1'),
    );
    expect(earlier.recorded.slice(-3)).toEqual(['ChallengeTimeEnded', 'PanelConvened', 'ReviewOpened']);
    expect(earlier.events.at(-1)).toMatchObject({
      occurredAt: at('2025-02-21T17:00:00+01:00'),
      data: { opens: [{ trigger: { event: 'PanelConvened' } }, { id: 'evidence' }, { id: 'terms' }] },
    });
  });

  it('that loses a member names another, who follows the same clocks, and takes another co-chair', () => {
    const broken = start.when(...reviewing, {
      type: 'RecuseMember',
      ...member('us-2', '2025-03-20T10:00:00Z'),
      reason: text('Illness.'),
    });
    expect(openedPanel(broken.state).running['nomination:US:2']).toBeDefined();
    const gone = { type: 'RecuseMember', ...member('us-2', '2025-03-20T11:00:00Z'), reason: [] } as const;
    expect(broken.refusalOf(gone)).toBe('not-on-panel');
    const whole = broken.when(
      nominate('us-3', '2025-03-21T10:00:00Z'),
      disclose('us-3', '2025-03-24T10:00:00Z'),
      expire('challenge:US:2'),
    );
    expect(whole.recorded).toEqual(['ChallengeTimeEnded', 'ParityRestored']);
    expect(openedPanel(whole.state).convening?.coChairs).toEqual(['cn-2', 'us-1']);
  });
});

describe('an ended screening', () => {
  const end = { told: 'screening-ended', outcome: 'withdrawn', at: at('2025-02-14T12:00:00Z') } as const;
  const ended = start.when(...disclosed, end);

  it('refuses what comes after its end and takes what came before it (I-19)', () => {
    expect(ended.refusalOf(challenge(CN, 'us-1', '2025-02-14T12:00:00Z'))).toBe('screening-ended');
    expect(ended.when(challenge(CN, 'us-1', '2025-02-14T11:59:59.999Z')).recorded).toEqual([
      'ChallengeMade',
      'ClocksStoodStill',
    ]);
  });

  it('is left by no member', () =>
    expect(ended.refusalOf({ type: 'RecuseMember', ...member('us-1', '2025-02-14T12:00:00Z'), reason: [] })).toBe(
      'screening-ended',
    ));

  it('has no challenge decided any more', () => {
    const challenged = start.when(...disclosed, challenge(CN, 'us-1', '2025-02-14T10:00:00Z'), end);
    expect(challenged.refusalOf(decide(US, 'us-1', 'upheld', '2025-02-14T12:00:00Z'))).toBe('screening-ended');
  });

  it('stops every clock', () => {
    expect(ended.events.at(-1)).toMatchObject({
      data: { closes: ['challenge:CN:1', 'challenge:CN:2', 'challenge:US:1', 'challenge:US:2'] },
    });
    expect(ended.when(expire('challenge:US:1')).recorded).toEqual([]);
  });

  it('leaves a default that was due before it, and is decided late only, to take effect', () => {
    const late = start.when(...disclosed, { ...end, at: at('2025-02-24T12:00:00Z') });
    expect(late.recorded).toEqual([]);
    expect(late.when(expire('challenge:US:1')).recorded).toContain('PanelConvened');
  });

  it('whose lapse is set aside goes on to the dates that it had', () => {
    const again = ended.when({ told: 'lapse-set-aside', at: at('2025-02-14T13:00:00Z') });
    expect(again.events.at(-1)).toMatchObject({
      data: {
        opens: [{ id: 'challenge:CN:1' }, { id: 'challenge:CN:2' }, { id: 'challenge:US:1' }, { id: 'challenge:US:2' }],
      },
    });
    expect(again.when(expire('challenge:US:1')).recorded).toContain('PanelConvened');
  });

  it('and a long-stop that passed refuse alike', () => {
    expect(start.when(...disclosed).refusalOf(challenge(CN, 'us-1', '2025-07-10T17:00:00+02:00'))).toBe(
      'long-stop-passed',
    );
  });
});

it('a co-head who is of neither party decides nothing', () => {
  const foreign = {
    ...decide(US, 'us-1', 'upheld', '2025-02-17T10:00:00Z'),
    ...coHead(US, '2025-02-17T10:00:00Z'),
    party: null,
  };
  expect(start.when(...disclosed).refusalOf(foreign as never)).toBe('not-a-co-head');
  expect(clocksOf('2026-1').ruleSet.tracks.standard.seatsPerSide).toBe(2);
});
