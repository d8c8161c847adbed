import type { PartyCode, PersonId } from '@parley/kernel';
import { given } from '@parley/testing';
import type { Act } from '../../case/case-commands.rules';
import { at, clocksOf, complainant, person, respondent } from '../../case/case-story.fixture';
import type { Grade, HotlineCommand, OwnHotlineState, TeamMember } from './hotline.rules';
import { hotlineDecider, optionsDigest } from './hotline-acts.rules';

const [US, CN] = ['US', 'CN'] as [PartyCode, PartyCode];
const hotlineId = '7d5e1c1e-9d2f-8a57-8f0e-3f6a2f6f6b11';
const text = [{ lang: 'en', text: 'Goods are held.', kind: 'original' }] as const;
const informed = hotlineDecider(clocksOf);
/** Decides with the team that was told of; without one when none is given. */
const decidesOn = (drawn: readonly TeamMember[]) => ({
  ...informed,
  decide: (command: HotlineCommand, state: OwnHotlineState) => informed.decide({ command, told: drawn }, state),
});
const decider = decidesOn([]);
const asks = (grade: Grade, by = complainant('2025-03-01T23:00:00Z')): HotlineCommand => ({
  type: 'RequestHotline',
  ...by,
  hotlineId,
  caseId: null,
  grade,
  parties: [US, CN],
  subject: text,
});
const acknowledges = (by: Act, as: 'desk' | 'cohead' = 'desk'): HotlineCommand => ({
  type: 'AcknowledgeHotline',
  ...by,
  as,
  office: 'Director',
  text: [],
});
const expire = (deadlineId: string): HotlineCommand => ({ type: 'ExpireRung', deadlineId });

describe.each([
  ['crisis', '2025-03-01T23:30:00.000Z', '2025-03-02T01:00:00.000Z'],
  ['routine', '2025-03-02T23:00:00.000Z', '2025-03-03T23:00:00.000Z'],
] as const)('a request of the grade %s, on a Saturday night', (grade, toCoHeads, toDeputies) => {
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

  it('goes to the co-heads and then to the deputies by itself, each as of its expiry and in public', () => {
    const silent = open.when(expire('official'), expire('coheads'));
    const passed = silent.events.filter(({ type }) => type === 'HotlineUnanswered');
    expect(passed.map(({ occurredAt, tier }) => [occurredAt, tier])).toEqual([
      [toCoHeads, 'PUBLIC'],
      [toDeputies, 'PUBLIC'],
    ]);
    expect(silent.state).toMatchObject({
      rung: 'deputies',
      unanswered: [{ rung: 'official' }, { rung: 'coheads' }],
      running: {},
    });
    expect(silent.when(acknowledges(respondent('2025-03-09T00:00:00Z'))).state).toMatchObject({
      acknowledgement: { rung: 'deputies' },
    });
  });

  it('calls for a team only when a crisis finds the officials silent', () => {
    expect(open.when(expire('official')).recorded).toEqual(
      grade === 'crisis' ? ['HotlineUnanswered', 'CrisisTeamCalledFor'] : ['HotlineUnanswered'],
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
  const team = given(decidesOn(members), calledFor.events);

  it('waits for the team to be told of, and none is there for a request that calls for none', () => {
    expect(calledFor.refusalOf(drafts('us-9'))).toBe('no-crisis-team');
    expect(given(decidesOn(members)).when(asks('routine')).refusalOf(drafts('us-9'))).toBe('no-crisis-team');
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
