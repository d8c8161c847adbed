import { given } from '@parley/testing';
import type { DeliberationCommand } from '../deliberation/votes.rules';
import {
  at,
  CN,
  confirmed,
  desk,
  entered,
  expire,
  member,
  openedPanel,
  person,
  reviewing,
  text,
  US,
  type Said,
  deliberation,
} from '../panel/panel-story.fixture';
import type { ServeReport } from '../panel/panel-commands.rules';
import { givenPanel } from '../panel/told-panel.fixture';

const list = (party: typeof US, when = '2025-03-20T10:00:00Z'): Said => ({
  type: 'ProposeExperts',
  ...desk(party, when),
  experts: [{ name: text('Institute'), expertise: ['statistics'] }],
});
const listed = [...reviewing, list(US)];
const choose = (
  by: string,
  expertId = 'expert:US:1',
  question = 'What share?',
  when = '2025-03-21T10:00:00Z',
  panel = openedPanel(givenPanel().when(...listed).state),
): DeliberationCommand => ({
  type: 'ChooseExpert',
  ...member(by, when),
  panel,
  expertId,
  questions: text(question),
});
const taken: Said = {
  type: 'RecordExpert',
  expertId: 'expert:US:1',
  questions: text('What share?'),
  at: at('2025-03-21T10:00:00Z'),
};
const report = (when: string, expertId = 'expert:US:1'): ServeReport => ({
  type: 'ServeReport',
  by: person('cn-registry'),
  party: CN,
  receivedAt: at(when),
  expertId,
  text: text('A third.'),
  exhibits: [],
});
const comment = (party: typeof US, when: string): Said => ({
  type: 'CommentOnMaterial',
  ...desk(party, when),
  materialId: 'report:1',
  comment: text('Half.'),
});

describe('a list of experts', () => {
  it('is proposed once by each party, in the review', () => {
    const told = givenPanel().when(...listed);
    expect(openedPanel(told.state).expertLists).toMatchObject([{ party: US, experts: [{ id: 'expert:US:1' }] }]);
    expect(told.refusalOf(list(US))).toBe('experts-proposed');
    expect(told.refusalOf({ ...list(CN), party: null } as Said)).toBe('not-a-party');
    expect(told.when(list(CN)).recorded).toEqual(['ExpertsProposed']);
    expect(told.refusalOf(list(CN, '2025-04-23T17:00:00+02:00'))).toBe('review-over');
  });
});

describe('an expert', () => {
  const room = given(deliberation);

  it('is taken only when both co-chairs choose the same one with the same questions', () => {
    expect(room.when(choose('cn-2')).recorded).toEqual(['ExpertChosen']);
    expect(room.when(choose('cn-2'), choose('us-2', 'expert:US:1', 'How many?')).recorded).toEqual(['ExpertChosen']);
    expect(room.when(choose('cn-2'), choose('us-2')).recorded).toEqual(['ExpertChosen', 'ExpertAgreed']);
    expect(room.when(choose('cn-2')).when(choose('cn-2')).recorded).toEqual([]);
  });

  it('is chosen by a co-chair, from what a party proposed, once', () => {
    expect(room.refusalOf(choose('us-1'))).toBe('not-a-co-chair');
    expect(room.refusalOf(choose('us-2', 'expert:CN:1'))).toBe('unknown-expert');
    expect(room.when(choose('cn-2'), choose('us-2')).refusalOf(choose('cn-2'))).toBe('expert-taken');
  });

  it('is one of ten at most', () => {
    const experts = Array.from({ length: 11 }, () => ({ name: text('Institute'), expertise: ['statistics'] }));
    const { state } = givenPanel().when(...reviewing, { ...list(US), experts } as Said);
    const both = (n: number) =>
      ['cn-2', 'us-2'].map((by) => choose(by, `expert:US:${String(n)}`, 'What?', undefined, openedPanel(state)));
    const nine = room.when(...[1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap(both));
    const ten = nine.when(...both(10));
    expect(ten.recorded).toEqual(['ExpertChosen', 'ExpertAgreed']);
    expect(both(11).map((command) => ten.refusalOf(command))).toEqual(['too-many-experts', 'too-many-experts']);
  });

  it('on whom the co-chairs do not agree by the end of the review is not asked, and nothing waits for one', () => {
    const told = givenPanel().when(...listed, expire('review'));
    expect(openedPanel(told.state)).toMatchObject({ stage: { name: 'deciding' }, takenExperts: [] });
  });
});

describe('the report of an expert', () => {
  const asked = givenPanel().when(...listed, taken);
  const served = asked.when(...confirmed(report('2025-03-28T10:00:00Z')));

  it('is served on both parties at once, with a time for comments', () => {
    expect(openedPanel(served.state).running['expert-comments:report:1']).toMatchObject({ dueDate: '2025-04-14' });
    expect(served.refusalOf(entered(report('2025-03-28T11:00:00Z'), 'p2'))).toBe('report-served');
    expect(asked.refusalOf(entered(report('2025-03-28T10:00:00Z', 'expert:CN:1')))).toBe('expert-not-taken');
  });

  it('rests on exhibits of which both sides have a version only (I-65)', () => {
    const resting = entered({ ...report('2025-03-28T10:00:00Z'), exhibits: ['CHN-1', 'USA-9'] });
    expect(asked.decision(resting)).toMatchObject({ reason: { code: 'unknown-exhibit' }, path: '/exhibits/1' });
  });

  it('is commented on by both parties, which ends the time for it', () => {
    const told = served.when(comment(US, '2025-03-31T10:00:00Z'), comment(CN, '2025-04-01T10:00:00Z'));
    expect(told.recorded).toEqual(['MaterialCommented', 'ReportCommentsClosed']);
    expect(told.events.at(-1)?.data).toMatchObject({ missing: [], closes: ['expert-comments:report:1'] });
  });

  it('takes no comment from the end of the time on, and says who made none', () => {
    expect(served.refusalOf(comment(US, '2025-04-14T17:00:00+02:00'))).toBe('material-comment-out-of-time');
    const told = served.when(comment(US, '2025-04-14T16:59:59.999+02:00'), expire('expert-comments:report:1'));
    expect(told.events.at(-1)).toMatchObject({
      type: 'ReportCommentsClosed',
      occurredAt: '2025-04-14T15:00:00.000Z',
      data: { missing: [CN] },
    });
    expect(told.when(expire('expert-comments:report:1')).recorded).toEqual([]);
  });
});

describe('an expert in person', () => {
  const expert = person('expert');
  const named = (personId = expert): Said => ({
    type: 'ProposeExperts',
    ...desk(US, '2025-03-20T10:00:00Z'),
    experts: [{ name: text('Institute'), expertise: ['statistics'], personId }],
  });
  const discloses = (when: string, by = expert, expertId = 'expert:US:1'): Said => ({
    type: 'DiscloseAsExpert',
    by,
    party: null,
    receivedAt: at(when),
    expertId,
    statement: text('I advised neither side.'),
  });
  const reports = (when: string, by = expert): Said => ({
    type: 'ServeReport',
    as: 'expert',
    by,
    party: null,
    receivedAt: at(when),
    expertId: 'expert:US:1',
    text: text('A third.'),
    exhibits: [],
  });
  const asked = givenPanel().when(...reviewing, named(), taken);

  it('discloses before the report, and reports once', () => {
    expect(asked.refusalOf(reports('2025-03-24T10:00:00Z'))).toBe('expert-has-not-disclosed');
    const disclosed = asked.when(discloses('2025-03-24T10:00:00Z'));
    expect(openedPanel(disclosed.state).takenExperts).toMatchObject([
      { personId: 'expert', disclosure: { statement: [{ text: 'I advised neither side.' }] } },
    ]);
    expect(disclosed.refusalOf(discloses('2025-03-24T11:00:00Z'))).toBe('expert-has-disclosed');
    const served = disclosed.when(reports('2025-03-25T10:00:00Z'));
    expect(served.events.at(-1)).toMatchObject({
      type: 'ExpertReportServed',
      tier: 'PANEL',
      data: { as: 'expert', materialId: 'report:1', opens: [{ id: 'expert-comments:report:1' }] },
    });
    expect(served.refusalOf(reports('2025-03-25T11:00:00Z'))).toBe('report-served');
  });

  it('is nobody else, and acts for no other expert', () => {
    expect(asked.refusalOf(discloses('2025-03-24T10:00:00Z', person('us-1')))).toBe('two-capacities-in-case');
    expect(asked.refusalOf(discloses('2025-03-24T10:00:00Z', person('expert-2')))).toBe('expert-not-taken');
    expect(asked.refusalOf(discloses('2025-03-24T10:00:00Z', expert, 'expert:CN:1'))).toBe('expert-not-taken');
    expect(asked.refusalOf(reports('2025-03-24T10:00:00Z', person('expert-2')))).toBe('expert-not-taken');
    expect(
      givenPanel()
        .when(...listed, taken)
        .refusalOf(reports('2025-03-24T10:00:00Z')),
    ).toBe('expert-not-taken');
  });

  it('does nothing else in the case, before or after (I-05)', () => {
    for (const engaged of ['us-desk', 'cn-2'])
      expect(
        givenPanel()
          .when(...reviewing)
          .refusalOf(named(person(engaged))),
      ).toBe('otherwise-engaged-in-the-case');
    const disclosed = asked.when(discloses('2025-03-24T09:00:00Z'));
    expect(disclosed.refusalOf(entered({ ...report('2025-03-24T10:00:00Z'), by: expert }))).toBe(
      'two-capacities-in-case',
    );
    const admitting: Said = {
      type: 'AdmitThirdParty',
      ...member('us-2', '2025-03-24T10:00:00Z'),
      name: text('Importers'),
      personId: expert,
    };
    expect(disclosed.refusalOf(admitting)).toBe('otherwise-engaged-in-the-case');
  });

  it('is nothing in the case by being named, until the disclosure (I-05)', () => {
    const asRegistry = confirmed({ ...report('2025-03-24T10:00:00Z'), by: expert });
    expect(asked.when(...asRegistry).recorded).toEqual(['LateEntryCounted', 'ExpertReportServed']);
    expect(asked.when(...asRegistry).refusalOf(discloses('2025-03-24T11:00:00Z'))).toBe('two-capacities-in-case');
  });

  it('who came to do something else in the case is heard through the registry', () => {
    const engaged = givenPanel().when(
      ...reviewing,
      named(person('cn-registry')),
      { ...list(CN), by: person('cn-registry') } as Said,
      taken,
    );
    expect(openedPanel(engaged.state).takenExperts[0]?.personId).toBeUndefined();
  });

  it('is heard in the review, and not after it', () => {
    expect(asked.refusalOf(discloses('2025-04-23T17:00:00+02:00'))).toBe('review-over');
    expect(asked.when(discloses('2025-03-24T10:00:00Z')).refusalOf(reports('2025-04-23T17:00:00+02:00'))).toBe(
      'review-over',
    );
  });
});
