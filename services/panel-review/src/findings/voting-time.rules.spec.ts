import { plusMillis } from '@parley/kernel';
import {
  at,
  deciding,
  decider,
  exhibit,
  expire,
  member,
  openedPanel,
  opening,
  rosterOf,
  text,
  claims,
  US,
  nominate,
  disclose,
  consultationsEnd,
  type Said,
} from '../panel/panel-story.fixture';
import { givenPanel } from '../panel/told-panel.fixture';
import { seatedMembers } from '../composition/draw-seat.rules';
import { findingsOf } from './make-findings.rules';

const LONG_STOP = at('2025-07-10T17:00:00+02:00');
const FINDINGS_DUE = at('2025-05-12T17:00:00+02:00');
const leaves = (id: string, when: string): Said => ({
  type: 'RecuseMember',
  ...member(id, when),
  reason: text('Illness.'),
});

/** The respondent has so many names, of whom two are seated, and S9 has begun. */
const withNames = (respondent: number) =>
  givenPanel().when(
    opening({ rosters: { complainant: rosterOf('cn', 4), respondent: rosterOf('us', respondent) } }),
    claims,
    exhibit,
    ...['cn-1', 'cn-2', 'us-1', 'us-2'].map((id) => nominate(id, '2025-02-12T10:00:00Z')),
    ...['cn-1', 'cn-2', 'us-1', 'us-2'].map((id) => disclose(id, '2025-02-13T10:00:00Z')),
    expire('challenge:CN:1'),
    consultationsEnd('2025-03-18T17:00:00+01:00'),
    expire('review'),
  );
const noNameLeft = withNames(2);
const oneNameLeft = withNames(3);

describe('a side without a name from the interim text on (I-68)', () => {
  const empty = noNameLeft.when(leaves('us-1', '2025-05-05T10:00:00Z'), expire('nomination:US:1'));

  it('ends no screening: its seat stays empty, and the record says whose it is', () => {
    expect(empty.recorded).toEqual(['SeatLeftEmpty']);
    expect(empty.events.at(-1)).toMatchObject({ tier: 'PUBLIC', data: { seat: 'respondent-1', party: US } });
    expect(openedPanel(empty.state).stage.name).toBe('deciding');
  });

  it('holds no findings up: S9 ends in its time, or at once where its time had ended', () => {
    expect(empty.when(expire('findings')).recorded).toEqual(['VotingTimeEnded']);
    const awaited = noNameLeft.when(leaves('us-1', '2025-05-05T10:00:00Z'), expire('findings'));
    expect(awaited.recorded).toEqual(['FindingsAwaitParity']);
    const none = awaited.when(expire('nomination:US:1'));
    expect(none.recorded).toEqual(['SeatLeftEmpty', 'VotingTimeEnded']);
    expect(none.events.at(-1)).toMatchObject({ data: { by: 'time' } });
  });

  it('is named in the findings', () => {
    const ended = empty.when(expire('findings'));
    const { stage } = openedPanel(ended.state);
    const closedAt = stage.name === 'deciding' && stage.votingEndedAt !== null ? stage.votingEndedAt : at('');
    const found = ended.when({
      type: 'RecordFindings',
      salt: 'aa',
      closedAt,
      closedBy: 'time',
      seats: 4,
      seated: seatedMembers(openedPanel(ended.state)),
      votes: [],
      objectionVotes: [],
      reasons: [],
      statements: [],
    });
    expect(found.when(expire('certification')).events.at(-1)).toMatchObject({
      type: 'FindingsIssued',
      data: { closedBy: 'time', incomplete: [US], findings: [{ outcome: 'not-agreed' }, { outcome: 'not-agreed' }] },
    });
  });

  it('makes no majority by leaving: what had none with all seats has none with fewer', () => {
    const seated = [
      { member: 'cn-1', nominatedBy: 'complainant' },
      { member: 'us-1', nominatedBy: 'respondent' },
      { member: 'us-2', nominatedBy: 'respondent' },
    ] as const;
    const on = (...ids: readonly string[]) =>
      ids.map((id) => ({ claimId: 'C1', member: id as never, on: 'substantiated' as const, attributed: false }));
    const outcomeOf = (votes: ReturnType<typeof on>) =>
      findingsOf([{ id: 'C1', measure: 'M1', agreement: 'GATT1994', provision: 'I' }], [], {
        closedAt: LONG_STOP,
        closedBy: 'time',
        seats: 4,
        seated,
        votes,
        objectionVotes: [],
        reasons: [],
        statements: [],
      })[0]?.outcome;
    expect(outcomeOf(on('cn-1', 'us-1'))).toBe('not-agreed');
    expect(outcomeOf(on('cn-1', 'us-1', 'us-2'))).toBe('substantiated');
  });
});

describe('findings while a seat is filled again', () => {
  const stage = givenPanel(decider).when(...deciding);

  /** A member leaves at an instant; who is drawn discloses at another, and nobody challenges. */
  const filledAgain = (leftAt: string, disclosedAt: string) => {
    const left = stage.when(leaves('cn-1', leftAt), expire('nomination:CN:1'));
    const drawn = openedPanel(left.state).draws.at(-1)?.drawn ?? '';
    const awaited = at(disclosedAt) < FINDINGS_DUE ? left : left.when(expire('findings'));
    return { left, awaited, whole: awaited.when(disclose(drawn, disclosedAt), expire('challenge:CN:1')) };
  };

  it('leave who is drawn the time to disclose, whether the end of theirs is decided before or after (I-19)', () => {
    const { left } = filledAgain('2025-05-12T14:59:59.999Z', '2025-05-13T10:00:00Z');
    const drawn = openedPanel(left.state).draws.at(-1)?.drawn ?? '';
    const discloses = disclose(drawn, FINDINGS_DUE);
    for (const story of [left.when(discloses), left.when(expire('findings'), discloses)])
      expect(story.recorded).toEqual(['DisclosureMade', 'SeatTimeCounted']);
    expect(left.when(discloses, expire('findings')).recorded).toEqual(['FindingsAwaitParity']);
  });

  it('are put off by nobody who leaves when no name is left to await, before or after that is decided (I-19)', () => {
    const leavesAt = (instant: string) => leaves('cn-1', instant);
    const tooLate = { kind: 'refused', reason: { code: 'findings-already-made' } };

    const left = noNameLeft.when(leaves('us-1', '2025-05-12T10:00:00Z'));
    const [undecided, decided] = [left, left.when(expire('nomination:US:1'))];
    for (const story of [undecided, decided, decided.when(expire('findings'))])
      expect(story.decision(leavesAt(FINDINGS_DUE))).toMatchObject(tooLate);
    for (const story of [undecided, decided])
      expect(story.decision(leavesAt('2025-05-12T14:59:59.999Z'))).toMatchObject({ kind: 'accepted' });
    expect(noNameLeft.decision(leavesAt(FINDINGS_DUE))).toMatchObject(tooLate);

    const awaited = oneNameLeft.when(
      leaves('us-1', '2025-05-12T14:59:59.999Z'),
      expire('nomination:US:1'),
      expire('findings'),
    );
    const { dueAt } = openedPanel(awaited.state).running['disclosure:US:1'] ?? { dueAt: '' };
    expect(awaited.decision(leavesAt(plusMillis(dueAt as never, -1)))).toMatchObject({ kind: 'accepted' });
    for (const story of [awaited, awaited.when(expire('disclosure:US:1'))])
      expect(story.decision(leavesAt(dueAt))).toMatchObject(tooLate);
  });

  it('wait for parity, and then have five days (I-02)', () => {
    const { left, awaited, whole } = filledAgain('2025-05-12T14:59:59.999Z', '2025-05-14T10:00:00Z');
    expect(left.recorded).toEqual(['MemberDrawn', 'SeatTimeCounted']);
    expect(left.events.at(-2)).toMatchObject({ occurredAt: at('2025-05-12T14:59:59.999Z') });
    expect(awaited.recorded).toEqual(['FindingsAwaitParity']);
    expect(whole.events.at(-2)).toMatchObject({
      type: 'ParityRestored',
      data: { opens: [{ id: 'findings', clock: 'late-findings', dueDate: '2025-05-27' }], closes: [] },
    });
  });

  it('have five days also where less was left when the panel is whole again, and no more where more was', () => {
    const { whole } = filledAgain('2025-04-29T10:00:00Z', '2025-04-30T10:00:00Z');
    expect(whole.events.at(-2)).toMatchObject({
      type: 'ParityRestored',
      data: { opens: [{ id: 'findings', clock: 'late-findings' }], closes: ['findings'] },
    });
    const early = filledAgain('2025-04-21T10:00:00Z', '2025-04-21T11:00:00Z').whole;
    expect(early.events.at(-1)).toMatchObject({ type: 'ParityRestored', data: { opens: [], closes: [] } });
  });
});

describe('the long-stop from the interim text on (I-68)', () => {
  const reached: Said = { told: 'long-stop-reached', at: LONG_STOP };
  const stage = givenPanel(decider).when(...deciding);

  it('closes the deliberation as of it, also while a member is missing', () => {
    for (const story of [stage, stage.when(leaves('us-1', '2025-05-05T10:00:00Z'), expire('findings'))]) {
      const closed = story.when(reached);
      expect(closed.recorded).toEqual(['VotingTimeEnded']);
      expect(closed.events.at(-1)).toMatchObject({ occurredAt: LONG_STOP, rule: 'I-68', data: { by: 'long-stop' } });
      expect(closed.when(reached).recorded).toEqual([]);
    }
  });

  it('lets findings be made of it, and their certification behind it', () => {
    const found = stage.when(reached, {
      type: 'RecordFindings',
      salt: 'aa',
      closedAt: LONG_STOP,
      closedBy: 'long-stop',
      seats: 4,
      seated: [],
      votes: [],
      objectionVotes: [],
      reasons: [],
      statements: [],
    });
    expect(found.recorded).toEqual(['FindingsDecided', 'FindingsWritten']);
    expect(found.events.at(-2)).toMatchObject({ data: { by: 'long-stop', incomplete: [] } });
    expect(found.when(expire('certification')).recorded).toEqual(['FindingsIssued']);
  });

  it('leaves a deliberation as it is that was closed before', () => {
    const ended = stage.when(expire('findings'));
    expect(ended.when(reached).recorded).toEqual([]);
  });
});
