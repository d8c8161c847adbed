import fc from 'fast-check';
import { drawCommitment, sha256Text, verifyDraw } from '@parley/procedure';
import { given } from '@parley/testing';
import { at, CN, person, US } from '../panel/panel-story.fixture';
import {
  crisisTeamDecider,
  placesOf,
  type DrawCrisisTeam,
  type DutyOf,
  type OpenCrisisDraws,
} from './crisis-team.rules';

const sideOf = (party: typeof US, on: readonly string[]): DutyOf => ({
  party,
  roster: [...on, 'x-1'].map(person),
  onDuty: on.map(person),
});
const draw = (cn: readonly string[], us: readonly string[], membersPerSide = 2): DrawCrisisTeam => ({
  type: 'DrawCrisisTeam',
  hotlineId: 'h-1',
  subject: 'h-1',
  sides: [sideOf(CN, cn), sideOf(US, us)],
  membersPerSide,
  servesHours: 72,
  at: at('2025-03-03T10:30:00Z'),
  nonces: [],
  drawSecrets: Object.fromEntries(placesOf(3).map((place) => [place, sha256Text(place)])),
});
const opens = ({ hotlineId, subject, sides, at: then, drawSecrets }: DrawCrisisTeam): OpenCrisisDraws => ({
  type: 'OpenCrisisDraws',
  ...{ hotlineId, subject, sides, at: then },
  commitments: Object.fromEntries(
    Object.entries(drawSecrets ?? {}).map(([place, secret]) => [place, drawCommitment(secret)]),
  ),
});
const teamOf = (command: DrawCrisisTeam, before = opens(command)) =>
  given(crisisTeamDecider).when(before, command).state.teams.at(-1);

describe('a crisis team', () => {
  it('is drawn in equal numbers from who is on duty on each side', () => {
    const team = teamOf(draw(['cn-1', 'cn-2', 'cn-3'], ['us-1', 'us-2']));
    expect(team?.members.map(({ party }) => party)).toEqual([CN, CN, US, US]);
    expect(new Set(team?.members.map(({ personId }) => personId)).size).toBe(4);
  });

  it('is drawn so that anybody can repeat it', () => {
    for (const record of teamOf(draw(['cn-1', 'cn-2', 'cn-3'], ['us-1', 'us-2']))?.draws ?? []) {
      expect(
        verifyDraw(record, {
          commitment: drawCommitment(sha256Text(record.seat)),
          nonces: {},
          rosterDigest: record.rosterDigest,
        }),
      ).toBeUndefined();
    }
  });

  it('is drawn by nonces of desks too, and by no secret to which the secretariat has not committed itself', () => {
    const command = draw(['cn-1', 'cn-2', 'cn-3'], ['us-1', 'us-2']);
    const nonce = sha256Text('a nonce');
    const nonces = [{ of: 'asked', commitment: drawCommitment(nonce), nonce }];
    const record = teamOf({ ...command, nonces })?.draws[0];
    expect(record?.nonces).toEqual(nonces);
    expect(record?.seed).not.toBe(teamOf(command)?.draws[0]?.seed);
    const others = Object.fromEntries(placesOf(3).map((place) => [place, sha256Text(`another ${place}`)]));
    const lost = teamOf({ ...command, drawSecrets: others }, opens(command))?.draws[0];
    expect(lost).toMatchObject({ secret: null, commitment: record?.commitment });
  });

  it('is drawn only when the draw is due, from who was on duty at the request and has not left', () => {
    const at0 = draw(['cn-1', 'cn-2', 'cn-3'], ['us-1', 'us-2']);
    const opened = given(crisisTeamDecider).when(opens(at0));
    expect(opened.when({ ...at0, drawSecrets: null }).recorded).toEqual([]);
    // One has left since, and others have come on duty.
    const now = draw(['cn-2', 'cn-3', 'cn-9'], ['us-2', 'us-8', 'us-9']);
    const { members = [], draws = [] } = opened.when(now).state.teams.at(-1) ?? {};
    const ofSide = (party: string) =>
      members.flatMap((each) => (each.party === party ? [String(each.personId)] : [])).toSorted();
    expect(ofSide(CN)).toEqual(['cn-2', 'cn-3']);
    // The side that has fewer than its part left is filled up to it.
    expect(ofSide(US)).toEqual(['us-2', 'us-8']);
    expect(draws[0]?.rosterDigest).toBe(opened.state.opened['h-1']?.rosterDigests.asking);
  });

  it('is the same persons whatever the two countries are called (I-07)', () => {
    const names = [
      ['a-1', 'a-2', 'a-3'],
      ['b-1', 'b-2', 'b-3', 'b-4'],
    ] as const;
    const teams = [
      [CN, US],
      [US, CN],
    ].map(([asking, asked]) =>
      teamOf({
        ...draw([], []),
        sides: [
          { ...sideOf(CN, names[0]), party: asking! },
          { ...sideOf(US, names[1]), party: asked! },
        ],
      }),
    );
    const [persons, others] = teams.map((team) => team?.members.map(({ personId }) => personId));
    expect(persons).toEqual(others);
    expect(teams[0]?.draws.map(({ seat }) => seat)).toEqual(['asking-1', 'asking-2', 'asked-1', 'asked-2']);
  });

  it('is drawn once', () => {
    const told = given(crisisTeamDecider).when(draw(['cn-1'], ['us-1']));
    expect(told.when(draw(['cn-2'], ['us-2'])).recorded).toEqual([]);
  });

  it('serves in every crisis of the next 72 hours, and then another is drawn', () => {
    const first = given(crisisTeamDecider).when(draw(['cn-1'], ['us-1']));
    const called = (hotlineId: string, at: string): DrawCrisisTeam => ({
      ...draw(['cn-2'], ['us-2']),
      hotlineId,
      subject: hotlineId,
      at: at as DrawCrisisTeam['at'],
    });
    const within = first.when(called('h-2', '2025-03-06T10:29:59.999Z'));
    expect(within.recorded).toEqual(['CrisisTeamServes']);
    expect(within.state.teams.at(-1)).toMatchObject({ members: first.state.teams[0]?.members, drawnFor: 'h-1' });
    const after = within.when(called('h-3', '2025-03-06T10:30:00.000Z'));
    expect(after.recorded).toEqual(['CrisisTeamDrawn']);
    expect(after.state.teams.at(-1)?.members.map(({ personId }) => personId)).toEqual(['cn-2', 'us-2']);
  });

  it('serves in a crisis shortly before the one for which it was drawn, when that is heard of later', () => {
    const first = given(crisisTeamDecider).when(draw(['cn-1'], ['us-1']));
    const earlier = { ...draw(['cn-2'], ['us-2']), hotlineId: 'h-0', at: at('2025-03-03T10:29:00Z') };
    expect(first.when(earlier).recorded).toEqual(['CrisisTeamServes']);
  });

  it('is drawn at the next call where a side had nobody', () => {
    const nobody = given(crisisTeamDecider).when(draw([], ['us-1']));
    expect(nobody.state.teams.at(-1)?.members).toEqual([]);
    expect(nobody.when(draw(['cn-1'], ['us-1'])).state.teams.at(-1)?.members).toHaveLength(2);
  });

  it('has never more of one side than of the other, and of each who is on its duty roster', () => {
    const names = (prefix: string) =>
      fc.uniqueArray(fc.nat(6), { maxLength: 6 }).map((list) => list.map((n) => `${prefix}-${String(n)}`));
    fc.assert(
      fc.property(names('cn'), names('us'), fc.integer({ min: 1, max: 3 }), (cn, us, size) => {
        const members = teamOf(draw(cn, us, size))?.members ?? [];
        const of = (party: string) => members.filter((each) => each.party === party);
        expect(of(CN).length).toBe(of(US).length);
        expect(of(CN).length).toBeLessThanOrEqual(size);
        expect(of(US).every(({ personId }) => us.includes(personId))).toBe(true);
      }),
    );
  });
});
