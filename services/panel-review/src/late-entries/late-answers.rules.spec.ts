import type { PanelCommand } from '../panel/panel-commands.rules';
import type { RecordedPanel } from '../panel/panel-state.rules';
import {
  at,
  challenge,
  CN,
  decider,
  confirmed,
  desk,
  disclosed,
  enteredLate,
  expire,
  member,
  openedPanel,
  person,
  reviewing,
  text,
  US,
  type Said,
} from '../panel/panel-story.fixture';
import { givenPanel } from '../panel/told-panel.fixture';
import type { ClaimLateEntry } from '@parley/procedure';
import type { LatePanelAct } from './late-entries.rules';

const ENTERED = '2025-04-08T10:00:00Z';
const enter = (act: Said, when = ENTERED, entryId = 'e1'): ClaimLateEntry<LatePanelAct> =>
  enteredLate(act as LatePanelAct, when, entryId);
const panelOf = (...commands: readonly Said[]) => givenPanel().when(...commands);

describe('a peremptory replacement that came by another channel', () => {
  const replace = (party: typeof US, id: string, when: string): Said => ({
    type: 'ReplaceMember',
    ...desk(party, when),
    member: person(id),
  });
  const stays: readonly Said[] = [challenge(CN, 'us-1', '2025-02-14T10:00:00Z'), expire('challenge-decision:US:1')];
  const settled = panelOf(...disclosed, ...stays, expire('challenge:CN:1'), expire('replacement:US:1'));
  const entered = '2025-03-10T10:00:00Z';

  it('vacates the seat that silence had settled, and its side has the full time from the entry (I-19)', () => {
    const replaced = settled.when(enter(replace(CN, 'us-1', '2025-02-26T10:00:00Z'), entered));
    expect(replaced.recorded).toEqual(['LateEntryCounted', 'DefaultSetAside', 'MemberReplaced', 'SeatTimeCounted']);
    expect(replaced.events.at(-3)).toMatchObject({
      data: { act: 'replacement', deadline: 'replacement:US:1', removed: null, becauseOf: 'e1' },
    });
    expect(openedPanel(replaced.state)).toMatchObject({
      replacements: { complainant: 1 },
      running: {
        'nomination:US:1': { trigger: { event: 'MemberReplaced', instant: at(entered) }, awaits: `party:${US}` },
      },
    });
    expect(openedPanel(replaced.state).seats.find(({ id }) => id === 'respondent-1')?.occupancy.stage).toBe('vacant');
  });

  it('is one per side, of a member of the other side who is still there, in its time', () => {
    const once = settled.when(enter(replace(CN, 'us-1', '2025-02-26T10:00:00Z'), entered));
    expect(once.refusalOf(enter(replace(CN, 'us-1', '2025-02-26T10:00:00Z'), entered, 'e2'))).toBe(
      'late-entry-nothing-awaited',
    );
    expect(settled.refusalOf(enter(replace(US, 'us-1', '2025-02-26T10:00:00Z'), entered))).toBe('own-member');
    expect(settled.refusalOf(enter(replace(CN, 'us-2', '2025-02-26T10:00:00Z'), entered))).toBe(
      'late-entry-nothing-awaited',
    );
    expect(settled.refusalOf(enter(replace(CN, 'us-1', '2025-03-03T17:00:00+01:00'), entered))).toBe(
      'late-entry-came-too-late',
    );
    const left = settled.when({
      type: 'RecuseMember',
      ...member('us-1', '2025-03-05T10:00:00Z'),
      reason: text('Illness.'),
    });
    expect(left.refusalOf(enter(replace(CN, 'us-1', '2025-02-26T10:00:00Z'), entered))).toBe(
      'late-entry-nothing-awaited',
    );
  });

  it('is used up where the side has replaced another member since', () => {
    const used = panelOf(...disclosed, ...stays, expire('replacement:US:1'), expire('challenge:CN:1'));
    const own = { ...(used.own as RecordedPanel), replacements: { complainant: 1, respondent: 0 } };
    const command = enter(replace(CN, 'us-1', '2025-02-26T10:00:00Z'), entered) as PanelCommand;
    const decision = decider.decide({ command, told: used.told }, own);
    expect(decision).toMatchObject({ kind: 'refused', reason: { code: 'not-open-to-replacement', rule: 'S6' } });
  });

  it('changes no panel once its findings are made', () => {
    const made = settled.when(
      { told: 'consultations-ended', at: at('2025-03-20T16:00:00Z') },
      expire('review'),
      expire('findings'),
    );
    expect(made.refusalOf(enter(replace(CN, 'us-1', '2025-02-26T10:00:00Z'), '2025-06-20T10:00:00Z'))).toBe(
      'late-entry-overtaken',
    );
  });
});

describe('an answer to the panel that came by another channel', () => {
  const asked = panelOf(...reviewing, {
    type: 'RequestInformation',
    jointly: false,
    withdrawals: [],
    ...member('cn-2', '2025-03-20T10:00:00Z'),
    askedOf: US,
    questions: text('Which products?'),
  });
  const silent = asked.when(expire('information-request:US:1'));
  const answer = (party: typeof US, when: string, requestId = 'request:1', exhibits: readonly string[] = []): Said => ({
    type: 'AnswerRequest',
    ...desk(party, when),
    requestId,
    text: text('Heading 7208.'),
    exhibits,
  });

  it('is before the panel, and that it was not given is set aside by an event that points to the entry (I-19)', () => {
    const proved = silent.when(enter(answer(US, '2025-03-28T10:00:00Z')));
    expect(proved.recorded).toEqual(['LateEntryCounted', 'DefaultSetAside', 'InformationAnswered']);
    expect(proved.events.at(-2)).toMatchObject({
      data: {
        act: 'information-answer',
        deadline: 'information-request:US:1',
        dueAt: silent.events.at(-1)!.occurredAt,
        removed: null,
      },
    });
    expect(openedPanel(proved.state)).toMatchObject({
      requests: [{ outcome: 'answered' }],
      materials: [{ id: 'answer:1', party: US }],
      stage: { name: 'reviewing' },
    });
    expect(proved.refusalOf(enter(answer(US, '2025-03-28T10:00:00Z'), ENTERED, 'e2'))).toBe('request-answered');
  });

  it('moves no later stage back: the panel makes its findings as it was about to', () => {
    const deciding = silent.when(expire('review'));
    const proved = deciding.when(enter(answer(US, '2025-03-28T10:00:00Z'), '2025-04-28T10:00:00Z'));
    expect(openedPanel(proved.state)).toMatchObject({
      requests: [{ outcome: 'answered' }],
      stage: { name: 'deciding' },
    });
    expect(openedPanel(proved.state).running).toEqual(openedPanel(deciding.state).running);
  });

  it('is simply the answer while it is awaited', () => {
    expect(asked.when(enter(answer(US, '2025-03-28T10:00:00Z'), '2025-03-30T10:00:00Z')).recorded).toEqual([
      'LateEntryCounted',
      'InformationAnswered',
    ]);
  });

  it('is of the party that was asked, in time, and rests on what is on record', () => {
    expect(silent.refusalOf(enter(answer(CN, '2025-03-28T10:00:00Z')))).toBe('not-asked');
    expect(silent.refusalOf(enter(answer(US, '2025-03-28T10:00:00Z', 'request:2')))).toBe('late-entry-nothing-awaited');
    expect(silent.refusalOf(enter(answer(US, '2025-03-28T10:00:00Z', 'request:1', ['USA-9'])))).toBe('unknown-exhibit');
    expect(silent.decision(enter(answer(US, '2025-03-28T10:00:00Z', 'request:1', ['USA-9'])))).toMatchObject({
      path: '/exhibits/0',
    });
    expect(silent.refusalOf(enter(answer(US, '2025-04-04T10:00:00Z')))).toBe('late-entry-came-too-late');
    expect(silent.refusalOf(enter(answer(US, '2025-03-20T09:59:59Z')))).toBe('late-entry-before-its-time');
  });
});

describe('a comment on the report of an expert that came by another channel', () => {
  const taken: Said = {
    type: 'RecordExpert',
    expertId: 'expert:US:1',
    questions: text('What share?'),
    at: at('2025-03-19T10:00:00Z'),
  };
  const served = confirmed({
    type: 'ServeReport',
    by: person('cn-registry'),
    party: CN,
    receivedAt: at('2025-03-20T10:00:00Z'),
    expertId: 'expert:US:1',
    text: text('A third.'),
    exhibits: [],
  });
  const listed: Said = {
    type: 'ProposeExperts',
    ...desk(US, '2025-03-19T09:00:00Z'),
    experts: [{ name: text('Institute'), expertise: ['statistics'] }],
  };
  const closed = panelOf(...reviewing, listed, taken, ...served, expire('expert-comments:report:1'));
  const comment = (party: typeof US, when: string, materialId = 'report:1'): Said => ({
    type: 'CommentOnMaterial',
    ...desk(party, when),
    materialId,
    comment: text('Half.'),
  });

  it('comes beside what stands, of either party, once', () => {
    const one = closed.when(enter(comment(US, '2025-03-28T10:00:00Z')));
    expect(one.recorded).toEqual(['LateEntryCounted', 'DefaultSetAside', 'MaterialCommented']);
    const both = one.when(enter(comment(CN, '2025-03-28T10:00:00Z'), ENTERED, 'e2'));
    expect(both.recorded).toEqual(['LateEntryCounted', 'DefaultSetAside', 'MaterialCommented']);
    expect(openedPanel(both.state).materials).toMatchObject([{ comments: [{ party: US }, { party: CN }] }]);
    expect(both.refusalOf(enter(comment(CN, '2025-03-28T10:00:00Z'), ENTERED, 'e3'))).toBe('material-commented');
  });

  it('is on a report, and pointless once the findings are made', () => {
    expect(closed.refusalOf(enter(comment(US, '2025-03-28T10:00:00Z', 'answer:1')))).toBe('late-entry-nothing-awaited');
    const made = closed.when(expire('review'), expire('findings'));
    expect(made.refusalOf(enter(comment(US, '2025-03-28T10:00:00Z'), '2025-05-10T10:00:00Z'))).toBe(
      'late-entry-overtaken',
    );
  });
});
