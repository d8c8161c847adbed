import { at, caseId, claims, CN, expire, openedPanel, reviewing, text, type Said } from '../panel/panel-story.fixture';
import { givenPanel } from '../panel/told-panel.fixture';
import { citable } from '../review/evidence-time.rules';
import { interimDigest } from '../review/review.rules';
import { claimEvidenceRuns } from './claim-evidence.rules';

const ADDED = at('2025-04-08T10:00:00+02:00');
const REPLY_DUE = at('2025-04-22T17:00:00+02:00');
const ID = 'evidence:S1';
const COMMENTS = 'late-claim-comments:S1';
const late = { ...claims.claims[0]!, id: 'C9', provision: 'XI:1' };
const supplement = (when = ADDED): readonly Said[] => [
  { told: 'claims', claims: [...claims.claims, late], at: when },
  { told: 'amended', id: 'S1', claims: ['C9'], at: when, replyDue: REPLY_DUE },
];
const answered = (when: string): Said => ({
  told: 'amendment-answered',
  amendmentId: 'S1',
  event: 'AmendmentAnswered',
  at: at(when),
});
const LAPSED: Said = { told: 'amendment-answered', amendmentId: 'S1', event: 'AmendmentReplyLapsed', at: REPLY_DUE };
const came = (exhibit: string, when: string, answers = ''): Said => ({
  told: 'exhibit',
  ...{ exhibit, party: CN, isPublic: false, answers, at: at(when) },
});
const after = (...said: readonly Said[]) => givenPanel().when(...reviewing, ...said);
const panelOf = ({ state }: ReturnType<typeof after>) => openedPanel(state);
const interim: Said = {
  type: 'RecordInterim',
  at: at('2025-04-23T10:00:00+02:00'),
  text: text('So far.'),
  exhibits: [],
  digest: interimDigest(caseId, text('So far.'), []),
};

describe('the days for evidence on a claim that came during the review', () => {
  it('are five working days from the lapse of the time for its reply, and then five for comments', () => {
    const story = after(...supplement());
    expect(story.recorded).toEqual(['ClaimEvidenceOpened']);
    expect(panelOf(story).running[ID]).toMatchObject({
      ...{ clock: 'late-claim-evidence', stage: 'S7', rule: 'I-70', dueDate: '2025-04-29' },
      trigger: { event: 'AmendmentReplyLapsed', date: '2025-04-22' },
    });
    expect(panelOf(story.when(LAPSED)).running[ID]).toEqual(panelOf(story).running[ID]);
    const closed = story.when(LAPSED, expire('evidence'), expire(ID));
    expect(closed.recorded).toEqual(['ClaimEvidenceClosed']);
    expect(panelOf(closed).running[COMMENTS]).toMatchObject({ clock: 'late-claim-comments', length: 5 });
    expect(closed.when(expire(COMMENTS)).recorded).toEqual(['ClaimCommentsClosed']);
    expect(closed.when(expire(ID)).recorded).toEqual([]);
  });

  it('are counted anew from a reply that comes sooner, once', () => {
    const story = after(...supplement(), answered('2025-04-14T10:00:00+02:00'));
    expect(story.recorded).toEqual(['ClaimEvidenceOpened']);
    expect(panelOf(story).running[ID]).toMatchObject({
      trigger: { event: 'AmendmentAnswered' },
      dueDate: '2025-04-21',
    });
    expect(story.when({ told: 'consultations-ended', at: at('2025-04-15T10:00:00Z') }).recorded).toEqual([]);
  });

  it('are none for a claim that came before the review', () => {
    expect(after(...supplement(at('2025-03-18T16:59:59.999+01:00'))).recorded).toEqual([]);
  });

  it('let what came in them count for that claim only, and nothing after them', () => {
    const closed = after(
      ...supplement(),
      expire('evidence'),
      LAPSED,
      came('CHN-8', '2025-04-29T16:59:59.999+02:00'),
      came('CHN-9', '2025-04-29T17:00:00+02:00'),
    );
    for (const story of [closed, closed.when(expire(ID))]) {
      const panel = panelOf(story);
      expect(citable(panel)).toEqual(['CHN-1', 'CHN-8']);
      expect(citable(panel, undefined, 'C9')).toEqual(['CHN-1', 'CHN-8']);
      expect(citable(panel, undefined, 'C1')).toEqual(['CHN-1']);
    }
  });

  it('and those for comments hold the close of the deliberation up, unless the claim was withdrawn', () => {
    const closed = after(...supplement(), LAPSED, interim, expire('evidence'), expire(ID));
    const { dueAt } = panelOf(closed).running[COMMENTS]!;
    const before = at(new Date(Date.parse(dueAt) - 1).toISOString());
    for (const [panel, when, holds] of [
      [panelOf(after(...supplement())), ADDED, true],
      [panelOf(closed), before, true],
      [panelOf(closed), dueAt, false],
      [panelOf(closed.when(expire(COMMENTS))), before, false],
      [panelOf(closed.when({ told: 'claims-withdrawn', claimIds: ['C9'], at: before })), before, false],
    ] as const)
      expect(claimEvidenceRuns(panel, when)).toBe(holds);
  });

  it('stand still with the screening', () => {
    const suspended = after(...supplement(), { told: 'suspended', at: at('2025-04-10T10:00:00Z') });
    expect(panelOf(suspended).standing).toContain(ID);
    expect(suspended.when(expire(ID)).recorded).toEqual([]);
  });
});
