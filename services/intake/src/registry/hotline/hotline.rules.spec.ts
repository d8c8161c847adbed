import type { PartyCode, PersonId } from '@parley/kernel';
import { given } from '@parley/testing';
import type { Act } from '../../case/case-commands.rules';
import { at, clocksOf, complainant, person, respondent } from '../../case/case-story.fixture';
import { optionsDigest } from './crisis-team.rules';
import { hotlineDecider } from './hotline-acts.rules';
import { channelsOf } from './hotline-sending.rules';
import type { WatchDuty } from '../watch-lists/watch-list.rules';
import type { Grade, TeamMember } from './hotline.rules';
import type { HotlineCommand } from './hotline-commands.rules';

const [US, CN] = ['US', 'CN'] as [PartyCode, PartyCode];
const hotlineId = '7d5e1c1e-9d2f-8a57-8f0e-3f6a2f6f6b11';
const text = [{ lang: 'en', text: 'Goods are held.', kind: 'original' }] as const;
const decider = hotlineDecider(clocksOf);
const asks = (grade: Grade, by = complainant('2025-03-01T23:00:00Z')): HotlineCommand => ({
  type: 'RequestHotline',
  ...by,
  hotlineId,
  caseId: null,
  grade,
  parties: [US, CN],
  subject: text,
  before: [],
});
const acknowledges = (
  by: Act,
  as: 'desk' | 'cohead' = 'desk',
  duty: WatchDuty | null = 'official',
): HotlineCommand => ({
  type: 'AcknowledgeHotline',
  ...by,
  as,
  duty: as === 'cohead' ? null : duty,
  office: 'Director',
  text: [],
});
const expire = (deadlineId: string): HotlineCommand => ({ type: 'ExpireRung', deadlineId });

describe.each([
  ['crisis', '2025-03-01T23:30:00.000Z', '2025-03-02T01:00:00.000Z', '2025-03-02T05:00:00.000Z'],
  ['routine', '2025-03-02T23:00:00.000Z', '2025-03-03T23:00:00.000Z', '2025-03-04T23:00:00.000Z'],
] as const)('a request of the grade %s, on a Saturday night', (grade, toCoHeads, toDeputies, unanswered) => {
  const open = given(decider).when(asks(grade));
  const justBefore = (instant: string): string => new Date(Date.parse(instant) - 1).toISOString();

  it('is to be acknowledged in hours of the clock, which nothing rolls', () => {
    expect(open.state).toMatchObject({ acknowledgeBy: toCoHeads, running: { official: { dueAt: toCoHeads } } });
    expect(open.when(acknowledges(respondent(justBefore(toCoHeads)))).state).toMatchObject({
      status: 'answered',
      acknowledgement: { rung: 'official', office: 'Director' },
      running: {},
    });
  });

  it('is acknowledged by the side that was asked, and by no other', () => {
    expect(open.refusalOf(acknowledges(complainant(justBefore(toCoHeads))))).toBe('own-request');
    expect(open.refusalOf(acknowledges({ ...respondent(justBefore(toCoHeads)), party: null }))).toBe('not-a-party');
  });

  it(
    'is not acknowledged at the expiry before its default is on record, and by the co-head of ' +
      'the side asked only then',
    () => {
      expect(open.refusalOf(acknowledges(respondent(toCoHeads)))).toBe('default-pending');
      expect(open.refusalOf(acknowledges(respondent(justBefore(toCoHeads)), 'cohead'))).toBe('not-with-the-co-heads');
      expect(open.when(expire('official')).when(acknowledges(respondent(toCoHeads), 'cohead')).state).toMatchObject({
        acknowledgement: { rung: 'coheads' },
      });
    },
  );

  it('goes to the co-heads and the deputies by itself and is then unanswered, each as of its expiry, in public', () => {
    const silent = open.when(expire('official'), expire('coheads'), expire('deputies'));
    const passed = silent.events.filter(({ type }) => type === 'HotlineUnanswered');
    expect(passed.map(({ occurredAt, tier }) => [occurredAt, tier])).toEqual([
      [toCoHeads, 'PUBLIC'],
      [toDeputies, 'PUBLIC'],
      [unanswered, 'PUBLIC'],
    ]);
    expect(silent.state).toMatchObject({
      status: 'open',
      rung: 'unanswered',
      unanswered: [{ rung: 'official' }, { rung: 'coheads' }, { rung: 'deputies' }],
      running: {},
    });
    expect(silent.when(acknowledges(respondent('2025-03-09T00:00:00Z'))).state).toMatchObject({
      acknowledgement: { rung: 'unanswered' },
    });
  });

  it('is acknowledged by who is on the watch list alone, and by its deputies in their turn', () => {
    const by = (instant: string, duty: WatchDuty | null) => acknowledges(respondent(instant), 'desk', duty);
    const withCoHeads = open.when(expire('official'));
    const withDeputies = withCoHeads.when(expire('coheads'));
    for (const each of [open, withCoHeads, withDeputies])
      expect(each.refusalOf(by(toCoHeads.replace('2025', '2024'), null))).toBe('not-on-the-watch-list');
    expect(open.refusalOf(by(justBefore(toCoHeads), 'deputy'))).toBe('not-with-the-deputies');
    expect(withCoHeads.refusalOf(by(justBefore(toDeputies), 'deputy'))).toBe('not-with-the-deputies');
    expect(withDeputies.when(by(toDeputies, 'deputy')).state).toMatchObject({ acknowledgement: { rung: 'deputies' } });
  });

  it('calls for a team only when a crisis finds the officials silent', () => {
    expect(open.when(expire('official')).recorded).toEqual(
      grade === 'crisis' ? ['HotlineUnanswered', 'CrisisTeamCalledFor', 'CrisisDrawDue'] : ['HotlineUnanswered'],
    );
  });
});

describe('a request on the hotline', () => {
  const open = given(decider).when(asks('crisis'));

  it('is made by a party, once, and acknowledged by the other, once', () => {
    expect(
      given(decider).refusalOf(asks('crisis', { ...complainant('2025-03-01T23:00:00Z'), party: 'XX' as PartyCode })),
    ).toBe('not-a-party');
    expect(open.when(asks('crisis')).recorded).toEqual([]);
    expect(open.refusalOf(acknowledges(complainant('2025-03-01T23:10:00Z')))).toBe('own-request');
    const answered = open.when(acknowledges(respondent('2025-03-01T23:10:00Z')));
    expect(answered.refusalOf(acknowledges(respondent('2025-03-01T23:11:00Z')))).toBe('hotline-answered');
    expect(answered.when(expire('official')).recorded).toEqual([]);
  });

  it('is nothing before it was made', () =>
    expect(given(decider).refusalOf(acknowledges(respondent('2025-03-01T23:10:00Z')))).toBe('hotline-not-found'));
});

describe('an outage', () => {
  const open = given(decider).when(asks('crisis'));
  const outage = (from: string, to: string): HotlineCommand => ({
    type: 'NoteHotlineOutage',
    outageId: 'o',
    from: at(from),
    to: at(to),
    at: at(to),
  });

  it('puts a rung that ended in it off by its own length, and the rungs behind it by as much (I-61)', () => {
    const moved = open.when(outage('2025-03-01T23:10:00Z', '2025-03-02T00:10:00Z'));
    expect(moved.state).toMatchObject({
      acknowledgeBy: '2025-03-02T00:30:00.000Z',
      running: { official: { dueAt: '2025-03-02T00:30:00.000Z' } },
    });
    expect(moved.when(expire('official'), expire('coheads')).state).toMatchObject({
      running: { deputies: { dueAt: '2025-03-02T06:00:00.000Z' } },
    });
  });

  it('puts a rung off that ends in the hour after it, where it took over two minutes of the request’s own time', () => {
    expect(open.when(outage('2025-03-01T23:05:00Z', '2025-03-01T23:29:59.999Z')).state).toMatchObject({
      acknowledgeBy: '2025-03-01T23:54:59.999Z',
    });
    expect(open.when(outage('2025-03-01T22:40:00Z', '2025-03-01T23:02:00.001Z')).state).toMatchObject({
      acknowledgeBy: '2025-03-01T23:52:00.001Z',
    });
  });

  it('moves nothing that ends at its beginning or before it, nor for two minutes', () => {
    for (const [from, to] of [
      ['2025-03-01T23:30:00Z', '2025-03-02T00:30:00Z'],
      ['2025-03-01T22:00:00Z', '2025-03-01T22:59:00Z'],
      ['2025-03-01T22:00:00Z', '2025-03-01T23:02:00Z'],
    ] as const)
      expect(open.when(outage(from, to)).recorded).toEqual([]);
  });
});

describe('how often a side asks', () => {
  const before = (count: number, when: string) => Array.from({ length: count }, () => at(when));
  const refusal = (made: readonly ReturnType<typeof at>[]) =>
    given(decider).refusalOf({ ...asks('crisis'), before: made } as HotlineCommand);
  const nineteen = before(19, '2025-03-01T22:00:00Z');

  it('is 20 times in 24 hours, whoever answered', () => {
    expect(refusal([...nineteen, at('2025-02-28T23:00:00.001Z')])).toBe('too-many-hotline-requests');
    const last = [...nineteen, at('2025-02-28T23:00:00Z')];
    expect(given(decider).when({ ...asks('crisis'), before: last } as HotlineCommand).recorded).toEqual([
      'HotlineRequested',
    ]);
  });
});

describe('what is sent of a request', () => {
  const open = given(decider).when(asks('crisis'));
  const channels = [
    { id: 'c1', kind: 'mail', officer: 1 },
    { id: 'c2', kind: 'webhook', officer: 1 },
  ] as const;
  const sent = open.when({ type: 'SendRequest', duty: 'official', channels, at: at('2025-03-01T23:00:00Z') });
  const answers = (channel: string, accepted: boolean): HotlineCommand => ({
    ...{ type: 'NoteChannelAnswer', channel, duty: 'official', accepted, tries: 1 },
    answer: accepted ? '250' : '550',
    at: at('2025-03-01T23:00:01Z'),
  });

  it('stands on record channel by channel: sent, and what each answered, once (I-74)', () => {
    expect(sent.state).toMatchObject({ deliveries: [{ status: 'sent' }, { status: 'sent' }] });
    const answered = sent.when(answers('c1', true), answers('c2', false));
    expect(answered.state).toMatchObject({
      deliveries: [
        { channel: 'c1', status: 'accepted', answer: '250' },
        { channel: 'c2', status: 'failed', answer: '550' },
      ],
    });
    expect(answered.when(answers('c1', false)).recorded).toEqual([]);
    expect(sent.when(answers('c3', true)).recorded).toEqual([]);
  });

  it('is put on its way once for each turn, to nobody by an empty list', () => {
    const again = { type: 'SendRequest', channels: [], at: at('2025-03-01T23:05:00Z') } as const;
    expect(sent.when({ ...again, duty: 'official' }).recorded).toEqual([]);
    expect(sent.when({ ...again, duty: 'deputy' }).recorded).toEqual(['HotlineSent']);
  });

  it('goes to every channel of everybody with that duty, and once where two share it', () => {
    const officer = (personId: string, duty: WatchDuty, ...ids: readonly string[]) => ({
      ...{ personId: person(personId), duty },
      channels: ids.map((id) => ({ id, kind: 'mail', works: false, answer: '' }) as const),
    });
    const list = [
      officer('a', 'official', 'c1', 'c2'),
      officer('b', 'deputy', 'c3'),
      officer('c', 'official', 'c2', 'c4'),
    ];
    expect(channelsOf(list, 'official').map(({ id, officer: n }) => [id, n])).toEqual([
      ['c1', 1],
      ['c2', 1],
      ['c4', 2],
    ]);
    expect(channelsOf(list, 'deputy').map(({ id }) => id)).toEqual(['c3']);
  });
});

describe('a crisis team', () => {
  const calls = (by: Act): HotlineCommand => ({ type: 'CallCrisisTeam', ...by });
  const open = given(decider).when(asks('crisis'));

  it('is called for by either side, before the officials were silent and after an answer', () => {
    expect(open.when(calls(complainant('2025-03-01T23:01:00Z'))).recorded).toEqual([
      'CrisisTeamCalledFor',
      'CrisisDrawAnnounced',
    ]);
    const answered = open.when(acknowledges(respondent('2025-03-01T23:10:00Z')));
    expect(answered.when(calls(respondent('2025-03-01T23:11:00Z'))).recorded).toEqual([
      'CrisisTeamCalledFor',
      'CrisisDrawDue',
    ]);
  });

  it('is called for once, in a crisis alone, and again where a side had nobody', () => {
    const called = open.when(calls(complainant('2025-03-01T23:01:00Z')));
    expect(called.refusalOf(calls(respondent('2025-03-01T23:02:00Z')))).toBe('crisis-team-called-for');
    expect(called.when(expire('official')).recorded).toEqual(['HotlineUnanswered']);
    expect(
      given(decider)
        .when(asks('routine'))
        .refusalOf(calls(complainant('2025-03-01T23:01:00Z'))),
    ).toBe('not-a-crisis');
    const nobody = called.when({
      type: 'NoteCrisisTeam',
      secretMissing: false,
      members: [],
      at: at('2025-03-01T23:01:00Z'),
    });
    expect(nobody.state).toMatchObject({ running: { official: {} } });
    expect(nobody.when(calls(respondent('2025-03-01T23:12:00Z'))).recorded).toEqual([
      'CrisisTeamCalledFor',
      'CrisisDrawDue',
    ]);
    expect(nobody.when(expire('official')).recorded).toEqual([
      'HotlineUnanswered',
      'CrisisTeamCalledFor',
      'CrisisDrawDue',
    ]);
  });
});

describe('the options paper of a crisis team', () => {
  const members: readonly TeamMember[] = [
    { personId: person('us-9'), party: US },
    { personId: person('cn-9'), party: CN },
  ];
  const act = (id: string): Act => ({ by: id as PersonId, party: null, receivedAt: at('2025-03-02T08:00:00Z') });
  const drafts = (id: string): HotlineCommand => ({ type: 'DraftOptions', ...act(id), text });
  const signs = (id: string, digest = optionsDigest(hotlineId, text)): HotlineCommand => ({
    type: 'SignOptions',
    ...act(id),
    digest,
  });
  const calledFor = given(decider).when(asks('crisis'), expire('official'));
  const team = calledFor.when({
    type: 'NoteCrisisTeam',
    secretMissing: false,
    members,
    at: at('2025-03-01T23:30:00Z'),
  });

  it('waits for the team to be told of, once, and none is there for a request that calls for none', () => {
    expect(calledFor.refusalOf(drafts('us-9'))).toBe('no-crisis-team');
    expect(
      team.when({ type: 'NoteCrisisTeam', secretMissing: false, members: [], at: at('2025-03-01T23:40:00Z') }).recorded,
    ).toEqual([]);
    const routine = given(decider).when(asks('routine'));
    expect(
      routine.when({ type: 'NoteCrisisTeam', secretMissing: false, members, at: at('2025-03-01T23:30:00Z') }).recorded,
    ).toEqual([]);
    expect(routine.refusalOf(drafts('us-9'))).toBe('no-crisis-team');
  });

  it('is due at the end of the team’s service, and that there is none is on record as of then', () => {
    expect(team.state).toMatchObject({ running: { options: { dueAt: '2025-03-04T23:30:00.000Z' } } });
    const missed = team.when(expire('options'));
    expect(missed.events.at(-1)).toMatchObject({ type: 'OptionsMissed', occurredAt: '2025-03-04T23:30:00.000Z' });
    expect(missed.when(drafts('us-9')).recorded).toEqual(['OptionsDrafted']);
    const signed = team.when(drafts('us-9'), signs('us-9'));
    expect(signed.refusalOf({ ...signs('cn-9'), receivedAt: at('2025-03-04T23:30:00Z') } as HotlineCommand)).toBe(
      'default-pending',
    );
    expect(signed.when(signs('cn-9'), expire('options')).recorded).toEqual([]);
  });

  it('is the team’s with the signature of one member of each side over one digest (I-04)', () => {
    const drafted = team.when(drafts('us-9'), signs('us-9'));
    expect(drafted.refusalOf(signs('us-9'))).toBe('options-signed');
    expect(drafted.when(signs('cn-9')).recorded).toEqual(['OptionsSigned', 'OptionsAgreed']);
    expect(drafted.when(signs('cn-9')).refusalOf(drafts('us-9'))).toBe('options-agreed');
    expect(drafted.when(signs('cn-9')).refusalOf(signs('us-9'))).toBe('options-agreed');
    expect(drafted.refusalOf(signs('cn-9', 'cd'.repeat(32) as never))).toBe('digest-differs');
  });

  it('loses its signatures to another draft, and is nobody else’s to write', () => {
    expect(team.when(drafts('us-9'), signs('us-9'), drafts('cn-9')).state).toMatchObject({ paper: { signatures: [] } });
    expect(team.refusalOf(drafts('us-8'))).toBe('not-on-the-crisis-team');
    expect(team.when(...Array.from({ length: 50 }, () => drafts('us-9'))).refusalOf(drafts('us-9'))).toBe(
      'too-many-options-drafts',
    );
    expect(team.when(...Array.from({ length: 50 }, () => drafts('us-9')), drafts('cn-9')).recorded).toEqual([
      'OptionsDrafted',
    ]);
    expect(team.refusalOf(signs('us-9'))).toBe('no-options-paper');
  });
});
