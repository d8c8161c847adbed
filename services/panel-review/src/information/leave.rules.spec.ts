import { given } from '@parley/testing';
import { act, vote } from '../deliberation/deliberation-story.fixture';
import {
  at,
  caseId,
  CN,
  desk,
  expire,
  member,
  openedPanel,
  reviewing,
  text,
  US,
  type Said,
  deliberation,
} from '../panel/panel-story.fixture';
import { givenPanel } from '../panel/told-panel.fixture';
import { citable } from '../review/evidence-time.rules';
import { interimDigest } from '../review/review.rules';

const closed = givenPanel().when(...reviewing, expire('evidence'));
/** The co-chairs of the story are `cn-2` and `us-2`. */
const ask = (by: string, when: string, withdrawals: readonly string[] = []): Said => ({
  type: 'RequestInformation',
  ...member(by, when),
  askedOf: US,
  questions: text('Have you found more?'),
  jointly: true,
  withdrawals,
});
const both = (when: string, withdrawals: readonly string[] = []): readonly Said[] =>
  ['cn-2', 'us-2'].map((by) => ask(by, when, withdrawals));
const WHEN = '2025-04-10T10:00:00+02:00';
const given2 = closed.when(...both(WHEN));
const answer = (when: string, exhibits: readonly string[] = []): Said => ({
  type: 'AnswerRequest',
  ...desk(US, when),
  requestId: 'request:1',
  text: text('This.'),
  exhibits,
});
const runningOf = ({ state }: { readonly state: Parameters<typeof openedPanel>[0] }) => openedPanel(state).running;

describe('leave to answer after the last day for evidence', () => {
  it('is given by both co-chairs who ask the very same, and by no silence', () => {
    const one = closed.when(ask('cn-2', WHEN));
    expect(one.recorded).toEqual(['JointRequestProposed']);
    expect(one.when(ask('cn-2', WHEN)).recorded).toEqual([]);
    expect(one.when(ask('us-2', WHEN, ['USA-1'])).recorded).toEqual(['JointRequestProposed']);
    expect(one.when(ask('us-2', WHEN)).events.at(-1)).toMatchObject({
      type: 'InformationRequested',
      data: { leave: { withdrawals: [] }, opens: [{ id: 'information-request:US:1', awaits: 'party:US' }] },
    });
    expect(closed.refusalOf(ask('cn-1', WHEN))).toBe('not-a-co-chair');
    expect(closed.refusalOf({ ...ask('cn-2', WHEN), jointly: false } as Said)).toBe('evidence-closed');
  });

  it('lets an answer come past that day where both ask before it, in its whole time', () => {
    const asked = givenPanel().when(...reviewing, ...both('2025-04-02T10:00:00+02:00'));
    expect(runningOf(asked)['information-request:US:1']).toMatchObject({
      clock: 'information-request',
      dueAt: at('2025-04-17T17:00:00+02:00'),
    });
    expect(asked.when(ask('cn-2', '2025-04-02T11:00:00+02:00')).recorded).toEqual(['JointRequestProposed']);
  });

  it('is no leave to take exhibits back that one co-chair gives alone', () => {
    const open = givenPanel().when(...reviewing);
    const alone = { ...ask('cn-2', '2025-03-20T10:00:00+01:00', ['USA-1']), jointly: false } as Said;
    expect(open.refusalOf(alone)).toBe('withdrawal-needs-both');
  });

  it('leaves the other side its time to comment before the deliberation closes, or is not given', () => {
    const answered = given2.when(answer('2025-04-14T10:00:00+02:00'));
    expect(runningOf(answered)['leave-comments:CN:1']).toMatchObject({
      awaits: 'party:CN',
      dueAt: at('2025-04-21T17:00:00+02:00'),
    });
    const last = closed.when(...both('2025-04-23T16:59:59.999+02:00'));
    expect(runningOf(last)['information-request:US:1']).toMatchObject({
      clock: 'leave',
      dueAt: at('2025-04-30T17:00:00+02:00'),
    });
    const late = closed.when(expire('review'));
    const end = runningOf(late)['findings']!.dueAt;
    expect(late.refusalOf(ask('cn-2', '2025-04-24T10:00:00+02:00'))).toBe('no-time-to-comment');
    expect(late.refusalOf(ask('cn-2', end))).toBe('review-over');
  });

  it('holds up an interim text while the answer is awaited, and an early close until its comments are over', () => {
    const words = text('So far.');
    const panel = openedPanel(given2.state);
    const silent = given(deliberation);
    const draft = { type: 'DraftInterim', ...member('us-1', WHEN), panel, text: words, exhibits: [] } as const;
    const digest = interimDigest(caseId, words, []);
    const sign = { type: 'SignInterim', ...member('us-2', WHEN), panel, digest } as const;
    expect(silent.when(draft).refusalOf(sign)).toBe('leave-runs');
    const answered = openedPanel(given2.when(answer('2025-04-14T10:00:00+02:00')).state);
    expect(silent.when(draft).when({ ...sign, panel: answered }).recorded).toEqual(['InterimSigned']);
    const making = openedPanel(closed.when(...both('2025-04-22T10:00:00+02:00'), expire('review')).state);
    const voted = silent.when(
      ...['C1', 'C2'].flatMap((claim) => ['cn-1', 'cn-2', 'us-1', 'us-2'].map((id) => vote(id, claim, 'abstain'))),
    );
    expect(voted.refusalOf(act('us-2', { type: 'AskClosing' }, making))).toBe('leave-runs');
  });

  it('ends with the answer, whose exhibits alone come before the panel', () => {
    const came = (number: string): Said => ({
      told: 'exhibit',
      exhibit: number,
      party: US,
      isPublic: false,
      at: at('2025-04-11T10:00:00Z'),
      answers: 'request:1',
    });
    const filed = given2.when(came('USA-1'), came('USA-2'));
    expect(citable(openedPanel(filed.state))).toEqual(['CHN-1']);
    const answered = filed.when(answer('2025-04-14T10:00:00+02:00', ['USA-1']));
    expect(citable(openedPanel(answered.state))).toEqual(['CHN-1', 'USA-1']);
  });

  it('is commented on by the other side once, which ends the time for it', () => {
    const comment = (when: string): Said => ({
      type: 'CommentOnMaterial',
      ...desk(CN, when),
      materialId: 'answer:1',
      comment: text('Of another year.'),
    });
    const answered = given2.when(answer('2025-04-14T10:00:00+02:00'));
    expect(answered.when(comment('2025-04-21T16:59:59.999+02:00')).recorded).toEqual([
      'MaterialCommented',
      'LeaveCommentsClosed',
    ]);
    expect(answered.refusalOf(comment('2025-04-21T17:00:00+02:00'))).toBe('material-comment-out-of-time');
    expect(answered.when(expire('leave-comments:CN:1')).recorded).toEqual(['LeaveCommentsClosed']);
  });

  it('lets the other side comment on what was taken back, though nothing was said of it', () => {
    const struck: Said = { told: 'exhibit-struck', exhibit: 'CHN-1', at: at('2025-04-11T10:00:00Z') };
    const silent = closed.when(...both(WHEN, ['CHN-1']), struck, expire('information-request:US:1'));
    expect(runningOf(silent)['leave-comments:CN:1']).toBeDefined();
    expect(openedPanel(silent.state).materials).toMatchObject([{ id: 'answer:1', text: [] }]);
    expect(runningOf(given2.when(expire('information-request:US:1')))['leave-comments:CN:1']).toBeUndefined();
  });
});
