import { interimDigest } from './review.rules';
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
} from '../panel/panel-story.fixture';
import { givenPanel } from '../panel/told-panel.fixture';

const interim: Said = {
  type: 'RecordInterim',
  at: at('2025-04-10T10:00:00Z'),
  text: text('So far.'),
  exhibits: [],
  digest: interimDigest(caseId, text('So far.'), []),
};
const ask = (party: typeof US, when: string): Said => ({ type: 'RequestInterimMeeting', ...desk(party, when) });
const set = (by: string, when: string, meetsAt: string): Said => ({
  type: 'SetInterimMeeting',
  ...member(by, when),
  meetsAt: at(meetsAt),
});
const panel = givenPanel().when(...reviewing, interim);

describe('a meeting on the interim text', () => {
  it('is asked for by a party while the text is open to comments, once', () => {
    const asked = panel.when(ask(US, '2025-04-14T10:00:00Z'));
    expect(asked.refusalOf(ask(US, '2025-04-14T11:00:00Z'))).toBe('meeting-requested');
    expect(openedPanel(asked.when(ask(CN, '2025-04-15T10:00:00Z')).state).meeting).toMatchObject({
      requestedBy: [US, CN],
      meetsAt: null,
    });
    expect(
      givenPanel()
        .when(...reviewing)
        .refusalOf(ask(US, '2025-04-01T10:00:00Z')),
    ).toBe('no-interim-to-comment');
    const end = openedPanel(panel.state).running['interim-comments']!.dueAt;
    expect(panel.refusalOf(ask(US, end))).toBe('comment-out-of-time');
    expect(panel.refusalOf({ ...ask(US, '2025-04-14T10:00:00Z'), party: null } as Said)).toBe('not-a-party');
    const ended = panel.when({ told: 'screening-ended', outcome: 'withdrawn', at: at('2025-04-14T09:00:00Z') });
    expect(ended.refusalOf(ask(US, '2025-04-14T10:00:00Z'))).toBe('screening-ended');
  });

  it('has its time named by a co-chair, and no clock waits for it', () => {
    const asked = panel.when(ask(US, '2025-04-14T10:00:00Z'));
    expect(asked.refusalOf(set('us-1', '2025-04-15T10:00:00Z', '2025-04-17T10:00:00Z'))).toBe('not-a-co-chair');
    expect(asked.refusalOf(set('us-2', '2025-04-15T10:00:00Z', '2025-04-15T10:00:00Z'))).toBe('meeting-in-past');
    const fixed = asked.when(set('us-2', '2025-04-15T10:00:00Z', '2025-04-17T10:00:00Z'));
    expect(fixed.when(set('cn-2', '2025-04-15T11:00:00Z', '2025-04-17T10:00:00Z')).recorded).toEqual([]);
    expect(openedPanel(fixed.state).running).toEqual(openedPanel(panel.state).running);
    expect(
      openedPanel(fixed.when(set('cn-2', '2025-04-16T10:00:00Z', '2025-04-18T10:00:00Z')).state).meeting?.meetsAt,
    ).toBe('2025-04-18T10:00:00.000Z');
    expect(fixed.when(expire('interim-comments')).recorded).toEqual(['InterimCommentsClosed']);
  });

  it('is asked for in the first half of the time for comments, so that nobody asks for it in the last minute', () => {
    // Five joint business days from 10 April; 18 and 21 April are working days of both sides.
    const half = '2025-04-17T15:00:00.000Z';
    expect(panel.refusalOf(ask(CN, half))).toBe('meeting-asked-late');
    expect(panel.when(ask(CN, '2025-04-17T14:59:59.999Z')).recorded).toEqual(['InterimMeetingRequested']);
  });

  it('has its time named by a whole panel (I-02), within the time for comments', () => {
    const asked = panel.when(ask(US, '2025-04-14T10:00:00Z'));
    const broken = asked.when({ type: 'RecuseMember', ...member('us-1', '2025-04-14T11:00:00Z'), reason: [] });
    expect(broken.refusalOf(set('us-2', '2025-04-15T10:00:00Z', '2025-04-17T10:00:00Z'))).toBe('parity-broken');
    const end = openedPanel(asked.state).running['interim-comments']!.dueAt;
    const before = new Date(Date.parse(end) - 1).toISOString();
    expect(asked.refusalOf(set('us-2', '2025-04-15T10:00:00Z', end))).toBe('meeting-out-of-time');
    expect(asked.when(set('us-2', '2025-04-15T10:00:00Z', before)).recorded).toEqual(['InterimMeetingSet']);
    expect(asked.refusalOf(set('us-2', end, '2025-06-30T10:00:00Z'))).toBe('no-meeting-requested');
    expect(asked.when(expire('interim-comments')).refusalOf(set('us-2', end, '2025-06-30T10:00:00Z'))).toBe(
      'no-meeting-requested',
    );
  });

  it('that nobody asked for is not held', () => {
    expect(panel.refusalOf(set('us-2', '2025-04-15T10:00:00Z', '2025-04-17T10:00:00Z'))).toBe('no-meeting-requested');
  });
});
