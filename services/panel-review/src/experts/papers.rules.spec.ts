import type { FileThirdPartyNote, ServeReport } from '../panel/panel-commands.rules';
import {
  answered,
  at,
  CN,
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
} from '../panel/panel-story.fixture';
import { givenPanel, type Story } from '../panel/told-panel.fixture';

const expert = person('expert');
const thirdParty = person('importer');
const asked = givenPanel().when(
  ...reviewing,
  {
    type: 'ProposeExperts',
    ...desk(US, '2025-03-20T10:00:00Z'),
    experts: [{ name: text('Institute'), expertise: ['statistics'], personId: expert }],
  },
  { type: 'RecordExpert', expertId: 'expert:US:1', questions: text('What share?'), at: at('2025-03-21T10:00:00Z') },
  { type: 'AdmitThirdParty', ...member('us-2', '2025-03-20T10:00:00Z'), name: text('Importers'), personId: thirdParty },
);
const report = (when = '2025-03-24T10:00:00Z', words = 'A third.'): ServeReport => ({
  ...{ type: 'ServeReport', by: person('us-registry'), party: US, receivedAt: at(when) },
  ...{ expertId: 'expert:US:1', text: text(words), exhibits: [] },
});
const note = (when = '2025-03-24T10:00:00Z'): FileThirdPartyNote => ({
  ...{ type: 'FileThirdPartyNote', by: person('us-registry'), party: US, receivedAt: at(when) },
  ...{ thirdPartyId: 'third-party:1', text: text('We pay it.') },
});
const inPerson = (when: string): readonly Said[] => [
  {
    ...{ type: 'DiscloseAsExpert', by: expert, party: null, receivedAt: at(when) },
    ...{ expertId: 'expert:US:1', statement: text('Nothing.') },
  },
  { ...report(when, 'A half.'), as: 'expert', by: expert, party: null },
];
const ownNote = (when: string, replaces?: string): Said => ({
  ...note(when),
  ...{ as: 'third-party', by: thirdParty, party: null },
  ...(replaces === undefined ? {} : { replaces }),
});
const materials = ({ state }: Story) => openedPanel(state).materials;
const ends = ({ state }: Story) => openedPanel(state).lateEntries.map(({ end }) => end?.kind ?? 'waits');
/** Two joint business days after its Monday. */
const DUE = '2025-03-26T16:00:00.000Z';

describe('paper for others', () => {
  const claim = entered(report());
  const waiting = asked.when(claim);

  it('is before nobody on the panel until the other side’s registry answers, which it has two working days for', () => {
    expect(waiting.recorded).toEqual(['LateEntryClaimed']);
    expect(waiting.events.at(-1)).toMatchObject({ tier: 'PARTIES', data: { paper: true, act: 'expert-report' } });
    expect(materials(waiting)).toEqual([]);
    expect(openedPanel(waiting.state).running['late-entry:p1']).toMatchObject({
      ...{ clock: 'paper-answer', awaits: 'registry:CN', dueAt: DUE, onSilence: 'paper-stands-unconfirmed' },
    });
  });

  it('stands confirmed as of the confirmation, never by the word of the side that entered it', () => {
    const story = waiting.when(answered(claim, 'confirmed', '2025-03-25T10:00:00Z'));
    expect(story.recorded).toEqual(['LateEntryCounted', 'ExpertReportServed']);
    expect(materials(story)).toMatchObject([
      { id: 'report:1', servedAt: '2025-03-25T10:00:00.000Z', paper: { standing: 'confirmed' } },
    ]);
    const own = { ...answered(claim), by: person('us-registry-2'), party: US };
    expect(waiting.refusalOf(own)).toBe('own-late-entry');
    expect(waiting.refusalOf({ ...own, by: person('us-registry') })).toBe('own-late-entry');
    expect(waiting.refusalOf({ ...answered(claim), by: person('cn-desk') })).toBe('two-capacities-in-case');
    expect(waiting.refusalOf({ ...answered(claim), original: 'ab'.repeat(32) as never })).toBe(
      'late-entry-original-differs',
    );
    expect(waiting.refusalOf(answered(claim, 'refused', DUE))).toBe('late-entry-answer-late');
  });

  it('that nobody answers stands as unconfirmed, with the time to comment on it counted from then', () => {
    const story = waiting.when(expire('late-entry:p1'));
    expect(story.events.slice(-2)).toMatchObject([
      {
        type: 'LateEntryCounted',
        occurredAt: DUE,
        data: { because: { kind: 'unconfirmed' }, standing: 'unconfirmed' },
      },
      { type: 'ExpertReportServed', occurredAt: DUE, tier: 'PANEL', data: { paper: { standing: 'unconfirmed' } } },
    ]);
    expect(ends(story)).toEqual(['unconfirmed']);
    expect(story.refusalOf(answered(claim, 'refused', DUE))).toBe('late-entry-answered');
    expect(openedPanel(story.state).running['expert-comments:report:1']?.trigger).toMatchObject({ instant: DUE });
    expect(story.when(expire('late-entry:p1')).recorded).toEqual([]);
  });

  it('that is refused leaves the own act of the person concerned alone', () => {
    const story = waiting.when(answered(claim, 'refused'));
    expect([ends(story), materials(story)]).toEqual([['refused'], []]);
    expect(story.refusalOf(entered(report(), 'p2'))).toBe('paper-was-refused');
    expect(materials(story.when(...inPerson('2025-03-25T10:00:00Z')))).toMatchObject([{ id: 'report:1' }]);
    expect(materials(story.when(...inPerson('2025-03-25T10:00:00Z')))[0]).not.toHaveProperty('paper');
  });

  it('of one expert waits for its answer before there is more, and counts once', () => {
    expect(waiting.refusalOf(entered(report(), 'p2'))).toBe('paper-awaits-answer');
    expect(waiting.when(answered(claim)).refusalOf(entered(report(), 'p2'))).toBe('report-served');
  });

  it('is replaced by the expert, while it waits and once it stands, and not twice', () => {
    const instead = waiting.when(...inPerson('2025-03-25T10:00:00Z'));
    expect(ends(instead)).toEqual(['replaced']);
    expect(instead.events.at(-1)).toMatchObject({ data: { replaces: 'p1', closes: ['late-entry:p1'] } });
    expect(instead.refusalOf(answered(claim, 'confirmed', '2025-03-25T11:00:00Z'))).toBe('late-entry-answered');
    expect(instead.when(expire('late-entry:p1')).recorded).toEqual([]);
    const standing = waiting.when(expire('late-entry:p1'), ...inPerson('2025-03-27T10:00:00Z'));
    expect(materials(standing)).toMatchObject([{ id: 'report:1', replacedBy: 'report:2' }, { id: 'report:2' }]);
    expect(openedPanel(standing.state).running).not.toHaveProperty('expert-comments:report:1');
    expect(standing.refusalOf(inPerson('2025-03-27T11:00:00Z')[1] as Said)).toBe('report-served');
  });

  it('is past replacing once the time for its answer is over, also before that is on record (I-19)', () => {
    const late = waiting.when(...inPerson('2025-03-26T16:00:20Z'));
    expect(late.events.at(-1)).toMatchObject({ type: 'ExpertReportServed', data: { closes: [] } });
    expect(late.events.at(-1)?.data).not.toHaveProperty('replaces');
    const after = late.when(expire('late-entry:p1'));
    expect([ends(after), materials(after).map(({ id }) => id)]).toEqual([['lapsed'], ['report:1']]);
    const noted = asked.when(entered(note()));
    expect(noted.refusalOf(ownNote('2025-03-26T16:00:20Z', 'p1'))).toBe('no-such-paper-to-replace');
  });

  it('is replaced by the third party that names it, and by no other note', () => {
    const noted = asked.when(entered(note()));
    const beside = noted.when(ownNote('2025-03-25T10:00:00Z'), expire('late-entry:p1'));
    expect(materials(beside).map(({ replacedBy }) => replacedBy)).toEqual([undefined, undefined]);
    expect(ends(noted.when(ownNote('2025-03-25T10:00:00Z', 'p1')))).toEqual(['replaced']);
    const instead = beside.when(ownNote('2025-03-27T10:00:00Z', 'note:2'));
    expect(materials(instead).map(({ replacedBy }) => replacedBy)).toEqual([undefined, 'note:3', undefined]);
    for (const not of ['note:1', 'note:9', 'p9'])
      expect(beside.refusalOf(ownNote('2025-03-27T10:00:00Z', not))).toBe('no-such-paper-to-replace');
  });

  it('is entered while it can be answered before the last day for evidence is over, or the review', () => {
    expect(asked.refusalOf(entered(note('2025-04-03T17:00:00+02:00')))).toBe('paper-too-late-to-be-answered');
    expect(asked.when(entered(note('2025-04-03T16:59:59.999+02:00'))).recorded).toEqual(['LateEntryClaimed']);
    expect(asked.when(ownNote('2025-04-09T16:59:00+02:00')).recorded).toEqual(['ThirdPartyNoteFiled']);
    expect(asked.refusalOf(entered(report('2025-04-22T10:00:00+02:00')))).toBe('paper-too-late-to-be-answered');
  });

  it('does not stand once its review has ended before', () => {
    const ended = waiting.when(expire('review'), expire('late-entry:p1'));
    expect([ends(ended), materials(ended)]).toEqual([['lapsed'], []]);
  });

  it('is for no side, and has no effect of an outage', () => {
    expect(asked.refusalOf({ ...claim, party: null, act: { ...report(), party: null } })).toBe('not-a-party');
    const outages = [{ from: at('2025-03-24T09:00:00Z'), to: at('2025-03-24T11:00:00Z') }];
    expect(asked.when({ ...claim, outages }).recorded).toEqual(['LateEntryClaimed']);
    const declared = { type: 'NoteOutage', outageId: 'o1', ...outages[0], at: at('2025-03-25T10:00:00Z') } as never;
    expect(ends(waiting.when(declared))).toEqual(['waits']);
  });

  it('names the side whose registry entered it and what the other side said', () => {
    const refused = waiting.when(answered(claim, 'refused'));
    expect(refused.events.at(-1)).toMatchObject({
      ...{ type: 'LateEntryRefused', data: { party: US, paper: true, refusedBy: 'cn-registry-2' } },
    });
    expect(openedPanel(refused.state).parties.complainant).toBe(CN);
  });
});
