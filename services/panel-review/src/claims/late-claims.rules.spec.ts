import { at, caseId, claims, expire, openedPanel, reviewing, text, type Said } from '../panel/panel-story.fixture';
import { givenPanel } from '../panel/told-panel.fixture';
import { interimDigest } from '../review/review.rules';
import { claimBar } from './claims.rules';

const ADDED = at('2025-04-21T10:00:00+02:00');
const REPLY_DUE = at('2025-05-14T17:00:00+02:00');
const late = { ...claims.claims[0]!, id: 'C9', provision: 'XI:1' };
const supplement = (when = ADDED): readonly Said[] => [
  { told: 'claims', claims: [...claims.claims, late], at: when },
  { told: 'amended', id: 'S1', claims: ['C9'], at: when, replyDue: REPLY_DUE },
];
const answered = (event: 'AmendmentAnswered' | 'AmendmentReplyLapsed', when: string): Said => ({
  told: 'amendment-answered',
  amendmentId: 'S1',
  event,
  at: at(when),
});
const interim: Said = {
  type: 'RecordInterim',
  at: at('2025-04-22T10:00:00+02:00'),
  text: text('So far.'),
  exhibits: [],
  digest: interimDigest(caseId, text('So far.'), []),
};
const decidingAfter = (...said: readonly Said[]) =>
  openedPanel(givenPanel().when(...reviewing, ...said, interim, expire('interim-comments')).state);
const findingsAfter = (...said: readonly Said[]) => decidingAfter(...said).running['findings'];
const barOf = (panel: ReturnType<typeof decidingAfter>, claim: string, when: string) =>
  claimBar(panel, claim, at(when))?.code;

describe('a claim that came during the review', () => {
  it('has fifteen working days of the panel from its reply on, or from the lapse of its time', () => {
    const plain = findingsAfter();
    expect(plain).toMatchObject({ clock: 'findings' });
    const lapsed = { clock: 'late-claim', length: 15, trigger: { event: 'AmendmentReplyLapsed', date: '2025-05-14' } };
    expect(findingsAfter(...supplement())).toMatchObject({ ...lapsed, dueDate: '2025-06-06' });
    expect(findingsAfter(...supplement(), answered('AmendmentReplyLapsed', REPLY_DUE))).toMatchObject(lapsed);
    const replied = findingsAfter(...supplement(), answered('AmendmentAnswered', '2025-05-08T10:00:00+02:00'));
    expect(replied).toMatchObject({ clock: 'late-claim', trigger: { event: 'AmendmentAnswered', date: '2025-05-08' } });
    const soon = findingsAfter(...supplement(), answered('AmendmentAnswered', '2025-04-22T09:00:00+02:00'));
    expect(soon?.dueAt).toBe(plain?.dueAt);
  });

  it('moves no clock where it came before the review, or was withdrawn since', () => {
    const plain = findingsAfter()?.dueAt;
    expect(findingsAfter(...supplement(at('2025-03-18T16:59:59.999+01:00')))?.dueAt).toBe(plain);
    const withdrawn: Said = { told: 'claims-withdrawn', claimIds: ['C9'], at: at('2025-04-21T11:00:00+02:00') };
    expect(findingsAfter(...supplement(), withdrawn)?.dueAt).toBe(plain);
  });

  it('is not decided before its reply or the lapse of its time, while the other claims are', () => {
    const panel = decidingAfter(...supplement());
    expect(barOf(panel, 'C9', '2025-05-14T16:59:59.999+02:00')).toBe('claim-awaits-reply');
    expect(barOf(panel, 'C1', '2025-05-14T16:59:59.999+02:00')).toBeUndefined();
    expect(barOf(panel, 'C9', REPLY_DUE)).toBeUndefined();
    const replied = decidingAfter(...supplement(), answered('AmendmentAnswered', '2025-05-08T10:00:00+02:00'));
    expect(barOf(replied, 'C9', '2025-05-12T10:00:00+02:00')).toBeUndefined();
  });
});
