import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { PartyCode, Sha256 } from '@parley/kernel';
import { drawByLot, verifyDraw, type DrawRecord } from '@parley/procedure';
import { given } from '@parley/testing';
import { clocksOf, complainant, respondent } from '../../services/intake/src/case/case-story.fixture';
import { hotlineDecider } from '../../services/intake/src/registry/hotline/hotline-acts.rules';
import type { HotlineCommand } from '../../services/intake/src/registry/hotline/hotline-commands.rules';
import { eligibleOf } from '../../services/panel-review/src/composition/draw-seat.rules';
import {
  CN,
  desk,
  drawSecrets,
  enteredLate,
  expire,
  opened,
  openedPanel,
  opening,
  rosterOf,
  US,
  type Said,
} from '../../services/panel-review/src/panel/panel-story.fixture';
import { givenPanel } from '../../services/panel-review/src/panel/told-panel.fixture';
import { hotlineGoals } from '../simulation/parties/goals/hotline.goals';
import { placeOf } from '../support/repeat-draw';
import { holdsInEveryHistory } from './holds';
import { crisisTeamsNobodyChooses } from './rules/i-72-crisis-teams.rule';
import { drawsNobodyChooses } from './rules/i-72-draws-nobody-chooses.rule';
import { sentence } from './sentences';

const hash = (text: string): Sha256 => createHash('sha256').update(text).digest('hex') as Sha256;
const SEAT = 'respondent-1';
const nonceOf = (party: string, draw = 1): string => hash(`nonce ${party} ${String(draw)}`);
const commit = (party: typeof US, when: string, draw = 1): Said => ({
  type: 'CommitNonce',
  ...desk(party, when),
  seat: SEAT,
  draw,
  commitment: hash(nonceOf(party, draw)),
});
const layOpen = (party: typeof US, when: string, nonce = nonceOf(party), draw = 1): Said => ({
  type: 'LayNonceOpen',
  ...desk(party, when),
  seat: SEAT,
  draw,
  nonce,
});

const IN_TIME = '2025-02-12T10:00:00Z';
const committed = givenPanel().when(...opened, commit(CN, IN_TIME), commit(US, IN_TIME));
const called = committed.when(expire('nomination:US:1'));
const clock = (story: typeof called) => openedPanel(story.state).running['nonces:US:1']!;
const WHEN_CALLED = '2025-02-25T10:00:00Z';
/** The draws that were held of the seat. */
const drawsIn = (story: typeof called): readonly DrawRecord[] =>
  openedPanel(story.state).draws.filter(({ seat }) => seat === SEAT);
const hold = (story: typeof called) => story.when(expire('nonces:US:1'));
const before = (instant: string, millis: number) => new Date(Date.parse(instant) - millis).toISOString();

const inputs = {
  seat: SEAT,
  draw: 1,
  roster: ['a', 'b', 'c', 'd', 'e'],
  eligible: ['a', 'b', 'c', 'd', 'e'],
} as const;
const held = (secret: string, nonce: string) =>
  drawByLot({
    ...inputs,
    commitment: hash(secret),
    secret,
    nonces: [{ of: 'complainant', commitment: hash(nonce), nonce }],
  })!.drawn;

describe(sentence('I-72'), () => {
  it('holds in every history', () => holdsInEveryHistory(drawsNobodyChooses));

  it('holds of crisis teams in every history', () => holdsInEveryHistory(crisisTeamsNobodyChooses));

  it.each(hotlineGoals.map((goal) => [goal.name, goal] as const))('holds where parties bring about %s', (_, goal) =>
    holdsInEveryHistory(crisisTeamsNobodyChooses, { runs: 12, setting: { goal } }),
  );

  it('nobody adds a nonce to the draw of a crisis team once it is called, whatever became of the nonces before', () => {
    const minute = (n: number): string => new Date(Date.UTC(2025, 2, 1, 23) + n * 60_000).toISOString();
    const parties = [complainant(minute(0)), respondent(minute(0))].map(({ party }) => party) as [PartyCode, PartyCode];
    const add = (of: typeof complainant, when: string): HotlineCommand => ({
      type: 'CommitCrisisNonce',
      ...of(when),
      commitment: hash(nonceOf(String(of(when).party))),
    });
    const open: HotlineCommand = {
      type: 'LayCrisisNonceOpen',
      ...complainant(minute(11)),
      nonce: nonceOf(String(complainant(minute(11)).party)),
    };
    const teamCalled = given(hotlineDecider(clocksOf)).when(
      {
        ...{ type: 'RequestHotline', ...respondent(minute(0)), hotlineId: 'h-1', caseId: null, grade: 'crisis' },
        ...{ parties, subject: [], before: [] },
      },
      add(complainant, minute(1)),
      { type: 'CallCrisisTeam', ...respondent(minute(2)) },
    );
    expect(teamCalled.when(add(respondent, minute(9))).recorded).toEqual(['CrisisNonceCommitted']);
    const drawCalled = teamCalled.when({ type: 'ExpireRung', deadlineId: 'commitments' });
    const ends = [drawCalled, drawCalled.when(open), drawCalled.when({ type: 'ExpireRung', deadlineId: 'nonces' })];
    fc.assert(
      fc.property(fc.constantFrom(...ends), fc.integer({ min: 11, max: 10_000 }), (story, late) => {
        expect(story.refusalOf(add(respondent, minute(late)))).toBe('nonce-commitment-out-of-time');
      }),
    );
  });

  it('whoever knows all but the secret, or all but one nonce, may still expect each name alike', () => {
    const tries = Array.from({ length: 1_000 }, (_, n) => hash(`try ${String(n)}`));
    const known = hash('known');
    for (const drawn of [tries.map((secret) => held(secret, known)), tries.map((nonce) => held(known, nonce))])
      // Five standard deviations of a binomial count of 1,000 trials at one fifth: 5 × √(1000 × 0.2 × 0.8) ≈ 63.
      for (const name of inputs.eligible)
        expect(Math.abs(drawn.filter((each) => each === name).length - 200)).toBeLessThan(63);
  });

  it('whatever is drawn is what a hand count of the seed draws', () =>
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 300 }), (text, count) => {
        const names = Array.from({ length: count }, (_, n) => `n-${String(n).padStart(3, '0')}`);
        const secret = hash(text);
        const draw = { ...inputs, roster: names, eligible: names, commitment: hash(secret), secret, nonces: [] };
        const record = drawByLot(draw)!;
        expect(record.drawn).toBe(names[placeOf(record.seed, count)]);
      }),
    ));

  it('a draw to which desks added nonces waits until they could be open, and the secret is laid open last', () => {
    expect(called.recorded).toContain('DrawCalled');
    expect(drawsIn(called)).toEqual([]);
    const open = called.when(layOpen(CN, WHEN_CALLED), layOpen(US, WHEN_CALLED));
    expect(JSON.stringify(open.events)).not.toContain(drawSecrets[SEAT]![0]);
    const [draw] = drawsIn(hold(open));
    expect(draw).toMatchObject({
      secret: drawSecrets[SEAT]![0],
      nonces: [{ nonce: nonceOf(CN) }, { nonce: nonceOf(US) }],
    });
    const { rosterDigests } = openedPanel(open.state);
    const nonces = { complainant: hash(nonceOf(CN)), respondent: hash(nonceOf(US)) };
    const published = { commitment: hash(drawSecrets[SEAT]![0]!), nonces, rosterDigest: rosterDigests.respondent };
    expect(verifyDraw(draw!, published)).toBeUndefined();
  });

  it('a nonce that is not laid open is left out, on record, and the other one counts', () => {
    const drawn = hold(called.when(layOpen(US, WHEN_CALLED)));
    expect(drawn.recorded).toEqual(['NonceLeftOut', 'MemberDrawn']);
    expect(drawn.events.at(-2)).toMatchObject({ data: { seat: SEAT, draw: 1, party: CN } });
    expect(drawsIn(drawn)[0]?.nonces).toMatchObject([{ nonce: null }, { nonce: nonceOf(US) }]);
  });

  it('the draw goes on without a secret that does not fit, and that is a public fault of the secretariat', () => {
    const other = { ...drawSecrets, [SEAT]: drawSecrets[SEAT]!.map(hash) };
    const drawn = called.when({ type: 'ExpireDeadline', deadlineId: 'nonces:US:1', drawSecrets: other });
    expect(drawn.recorded).toEqual(['NonceLeftOut', 'NonceLeftOut', 'DrawSecretMissing', 'MemberDrawn']);
    expect(drawn.events.at(-2)).toMatchObject({ tier: 'PUBLIC', data: { seat: SEAT, draw: 1 } });
    expect(drawsIn(drawn)[0]).toMatchObject({ secret: null, commitment: hash(drawSecrets[SEAT]![0]!) });
  });

  it.each([
    ['a nonce that does not fit', called, layOpen(CN, WHEN_CALLED, nonceOf(US)), 'nonce-does-not-fit'],
    ['one before the draw is called', committed, layOpen(CN, IN_TIME), 'draw-not-called'],
    ['one that was never committed to', called, layOpen(CN, WHEN_CALLED, nonceOf(CN, 2), 2), 'nonce-not-committed'],
    ['one at the end of the time', called, layOpen(CN, clock(called).dueAt), 'nonce-out-of-time'],
    ['one after the draw', hold(called), layOpen(CN, '2025-02-26T17:00:00Z'), 'nonce-out-of-time'],
    ['one that is open', called.when(layOpen(CN, WHEN_CALLED)), layOpen(CN, WHEN_CALLED), 'nonce-already-laid-open'],
    ['a second commitment', committed, commit(CN, IN_TIME), 'nonce-already-committed'],
    ['a commitment for a draw to come', committed, commit(CN, IN_TIME, 2), 'not-the-next-draw'],
  ])('%s is refused', (_, story, said, code) => expect(story.refusalOf(said)).toBe(code));

  it('no commitment is taken once a seat has to be drawn, to the millisecond, also before that is recorded', () => {
    const [due] = [openedPanel(givenPanel().when(...opened).state).running['nomination:US:1']!.dueAt];
    const only = givenPanel().when(...opened, commit(US, IN_TIME));
    expect(only.refusalOf(commit(CN, due))).toBe('nonce-commitment-out-of-time');
    expect(only.when(commit(CN, before(due, 1))).recorded).toEqual(['NonceCommitted']);
    const open = only.when(expire('nomination:US:1')).when(layOpen(US, WHEN_CALLED));
    expect(open.refusalOf(commit(CN, WHEN_CALLED))).toBe('nonce-commitment-out-of-time');
  });

  it('what was laid open for a draw that is not held after all serves no other: each side may add another', () => {
    const [free] = eligibleOf(openedPanel(called.state), 'respondent');
    const late = { type: 'NominateMember', ...desk(US, '2025-02-24T10:00:00Z'), member: free! } as const;
    const open = called.when(layOpen(CN, WHEN_CALLED), layOpen(US, WHEN_CALLED));
    const nominated = open.when(enteredLate({ ...late, coChair: false }, '2025-02-25T11:00:00Z'));
    expect(nominated.recorded).toEqual(expect.arrayContaining(['DefaultSetAside', 'MemberNominated']));
    const anew = { ...commit(CN, '2025-02-25T12:00:00Z'), commitment: hash(nonceOf(CN, 2)) } as Said;
    expect(nominated.when(anew).recorded).toEqual(['NonceCommitted']);
  });

  it('who adds a nonce acts as a desk in the case, and in no other capacity later (I-05)', () => {
    expect(openedPanel(committed.state).capacities).toMatchObject({ [desk(CN, IN_TIME).by]: 'desk' });
  });

  it('nobody takes the hash of the other side, or of the secretariat, for its own', () => {
    const copied = (commitment: Sha256): Said => ({ ...commit(US, IN_TIME), commitment }) as Said;
    const only = givenPanel().when(...opened, commit(CN, IN_TIME));
    expect(only.refusalOf(copied(hash(nonceOf(CN))))).toBe('nonce-commitment-used');
    expect(only.refusalOf(copied(hash(drawSecrets['complainant-3']![2]!)))).toBe('nonce-commitment-used');
  });

  it('each draw of a seat has a secret of its own, and one more is published ahead for each that is used', () => {
    const rosters = { complainant: rosterOf('cn', 8), respondent: rosterOf('us', 8) };
    let story = givenPanel().when(opening({ rosters }), expire('nomination:US:1'));
    for (let n = 0; n < 2; n++) {
      const published = openedPanel(story.state).drawCommitments[SEAT]!;
      expect(published).toHaveLength(3 + n + 1);
      story = story.when(expire('disclosure:US:1'));
      expect(openedPanel(story.state).drawCommitments[SEAT]!.slice(0, published.length)).toEqual(published);
      expect(drawsIn(story).at(-1)?.commitment).toBe(published[n + 1]);
    }
    const secrets = openedPanel(story.state).draws.map(({ secret }) => secret);
    expect(new Set(secrets).size).toBe(secrets.length);
  });
});
