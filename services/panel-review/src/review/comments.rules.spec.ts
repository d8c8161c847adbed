import { at, caseId, CN, desk, openedPanel, reviewing, text, US, type Said } from '../panel/panel-story.fixture';
import { givenPanel } from '../panel/told-panel.fixture';
import { interimDigest } from './review.rules';

const words = text('So far.');
const issued = givenPanel().when(...reviewing, {
  ...{ type: 'RecordInterim', at: at('2025-04-08T10:00:00Z'), text: words, exhibits: [] },
  digest: interimDigest(caseId, words, []),
});
const comment = (party: typeof CN): Said => ({
  type: 'CommentInterim',
  ...desk(party, '2025-04-09T10:00:00Z'),
  comment: words,
});
const done = (party: typeof CN): Said => ({ type: 'FinishCommenting', ...desk(party, '2025-04-09T10:00:00Z') });
const meeting = (party: typeof CN): Said => ({ ...done(party), type: 'RequestInterimMeeting' }) as Said;

describe('the end of the comments on an interim text', () => {
  it('comes early when both sides say that they are done, whatever they said before', () => {
    const half = issued.when(done(US));
    expect(half.recorded).toEqual(['CommentingFinished']);
    const both = half.when(comment(CN), done(CN));
    expect(both.recorded).toEqual(['CommentingFinished', 'InterimCommentsClosed']);
    expect(both.events.at(-1)).toMatchObject({ data: { by: 'both-done', interimIsFinal: false } });
    expect(half.when(done(CN)).events.at(-1)).toMatchObject({ data: { by: 'both-done', interimIsFinal: true } });
    expect(both.refusalOf(done(US))).toBe('comment-out-of-time');
  });

  it('does not come by a comment of each', () => {
    expect(issued.when(comment(CN), comment(US)).recorded).toEqual(['InterimCommented']);
  });

  it('is for the side that is done the end of what it may say, and takes nothing from the other', () => {
    const half = issued.when(done(US));
    for (const act of [done, comment, meeting]) expect(half.refusalOf(act(US))).toBe('commenting-finished');
    expect(half.when(meeting(CN), comment(CN)).recorded).toEqual(['InterimCommented']);
    expect(openedPanel(half.state).running['interim-comments']).toEqual(
      openedPanel(issued.state).running['interim-comments'],
    );
  });

  it('is said in the time for comments, by the desk of a party', () => {
    const { dueAt } = openedPanel(issued.state).running['interim-comments']!;
    expect(issued.refusalOf({ ...done(US), receivedAt: dueAt } as Said)).toBe('comment-out-of-time');
    expect(issued.refusalOf({ ...done(US), party: null } as Said)).toBe('not-a-party');
    expect(
      givenPanel()
        .when(...reviewing)
        .refusalOf(done(US)),
    ).toBe('no-interim-to-comment');
  });
});
