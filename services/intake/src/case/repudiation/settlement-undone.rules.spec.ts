import type { PartyCode } from '@parley/kernel';
import { given } from '@parley/testing';
import type { CaseCommand, FiledCase } from '../case-commands.rules';
import { at, complainant, decider, expire, registered, reply } from '../case-story.fixture';
import { propose, sign, suspension } from '../consent/consent-story.fixture';

const story = given(decider).when(...registered);
const settled = (when: string): CaseCommand => ({ type: 'NoteSettlement', at: at(when), eventId: 'settlement' });
const undone = (party: string, when: string): CaseCommand => ({
  type: 'NoteSettlementUndone',
  repudiated: { at: at(when), party: party as PartyCode },
  eventId: 'repudiation',
});
const dueOf = (state: unknown, id: string) => (state as FiledCase).running[id]?.dueAt;

describe('a screening whose settlement is undone (I-67)', () => {
  // The reply was due on the twenty-first.
  const ended = story.when(settled('2025-02-19T10:00:00+01:00'));
  const MEANWHILE = '2025-02-24T10:00:00+01:00';

  it('goes on where it stood, by an event that points to the repudiation', () => {
    const gone = ended.when(undone('CN', MEANWHILE));
    expect(gone.recorded).toEqual(['LapseSetAside']);
    expect(gone.events.at(-1)).toMatchObject({
      rule: 'I-67',
      tier: 'PUBLIC',
      data: { becauseOf: 'repudiation', why: 'repudiation', back: 'registered', repudiated: { party: 'CN' } },
    });
    expect(gone.state).toMatchObject({ status: 'registered', exchange: { stage: 'awaiting-reply' } });
    expect(dueOf(gone.state, 'long-stop')).toBe(dueOf(story.state, 'long-stop'));
  });

  it('leaves the other side at least 5 joint business days for what fell due meanwhile', () => {
    const gone = ended.when(undone('CN', MEANWHILE));
    expect(dueOf(gone.state, 'reply')).toBe(at('2025-03-03T17:00:00+01:00'));
    expect(gone.when(reply('2025-03-03T16:59:59+01:00')).recorded).toEqual(['ReplyFiled']);
  });

  it('gives no clock back to the side that repudiates: what it owed by then is over at once', () => {
    const gone = ended.when(undone('US', MEANWHILE));
    expect(dueOf(gone.state, 'reply')).toBe(at(MEANWHILE));
    expect(gone.refusalOf(reply(MEANWHILE))).toBe('reply-out-of-time');
    expect(gone.when(expire('reply')).recorded).toEqual(['ReplyLapsed']);
    const soon = ended.when(undone('US', '2025-02-20T10:00:00+01:00'));
    expect(dueOf(soon.state, 'reply')).toBe(dueOf(story.state, 'reply'));
  });

  it('does not lapse at once where its long-stop passed meanwhile: nobody wins by a settlement that was none', () => {
    const late = story.when(expire('reply'), expire('consultations'), settled('2025-07-04T10:00:00+02:00'));
    const gone = late.when(undone('US', '2025-07-09T10:00:00+02:00'));
    expect(gone.state).toMatchObject({
      status: 'registered',
      registration: { longStop: at('2025-07-16T17:00:00+02:00') },
    });
    expect(gone.when(expire('long-stop')).state).toMatchObject({ status: 'ended', outcome: 'lapsed' });
  });

  it('is suspended again if it was, with what stood still standing still', () => {
    const suspended = story.when(
      propose(suspension(), '2025-02-10T10:00:00+01:00'),
      sign(suspension(), '2025-02-11T10:00:00+01:00'),
    );
    const gone = suspended.when(settled('2025-02-19T10:00:00+01:00'), undone('CN', MEANWHILE));
    expect(gone.events.at(-1)).toMatchObject({ data: { back: 'suspended' } });
    expect(gone.state).toEqual(suspended.state);
  });

  it('that was not ended by it stays as it is, and so does one that has ended otherwise since', () => {
    expect(story.when(undone('CN', MEANWHILE)).recorded).toEqual([]);
    const withdrawn = story.when({ type: 'WithdrawGrievance', ...complainant('2025-02-18T10:00:00+01:00') });
    expect(withdrawn.when(undone('CN', MEANWHILE)).recorded).toEqual([]);
    expect(ended.when(undone('CN', MEANWHILE), undone('CN', MEANWHILE)).recorded).toEqual([]);
  });
});
