import type { Instant } from '@parley/kernel';
import {
  bytesOf,
  chinese,
  exhibit,
  publicVersion,
  registered,
  signing,
  asChina,
} from '../casefile/evidence-story.fixture';
import type { ToldFact } from '../time/known-case.rules';
import type { Exhibit, FileExhibit } from './exhibit-commands.rules';
import type { KnownCase } from '../casefile/casefile.rules';

const at = (instant: string): Instant => new Date(instant).toISOString() as Instant;
const LAST = at('2025-04-09T17:00:00+02:00');
const JUST_BEFORE = at('2025-04-09T16:59:59.999+02:00');
const ANSWERS_END = at('2025-04-16T17:00:00+02:00');
const time: ToldFact = { told: 'evidence-time', until: LAST, at: at('2025-03-18T17:00:00+01:00') };
const closed: readonly ToldFact[] = [
  { told: 'evidence-answer-time', until: ANSWERS_END, at: LAST },
  { told: 'evidence-closed', at: LAST, track: 'standard' },
];
const filing = (uploadId: string, when: Instant, more: Partial<FileExhibit> = {}) =>
  exhibit(uploadId, { receivedAt: when, ...more });
const fromChina = (uploadId: string, when: Instant, more: Partial<FileExhibit> = {}) =>
  chinese(uploadId, { receivedAt: when, ...more });
const withdrawal = (number: string, when: Instant) =>
  ({
    type: 'WithdrawExhibit',
    by: exhibit().by,
    party: exhibit().party,
    receivedAt: when,
    number,
    reason: 'filed-by-mistake',
  }) as const;
const reviewed = registered.when(
  exhibit('u1', { tier: 'PANEL' }),
  exhibit('u2', { tier: 'PARTIES' }),
  time,
  fromChina('c1', at('2025-04-01T16:59:59.999+02:00')),
  fromChina('c2', at('2025-04-01T17:00:00+02:00')),
  fromChina('c3', JUST_BEFORE),
);

describe('evidence', () => {
  it('is taken up to the last day for it, and refused from its end on, whether or not that is heard of yet', () => {
    for (const story of [reviewed, reviewed.when(...closed)]) {
      expect(story.when(filing('u3', JUST_BEFORE)).recorded).toEqual(['ExhibitAccepted']);
      expect(story.refusalOf(filing('u3', LAST))).toBe('evidence-closed');
      expect(story.when(withdrawal('USA-1', JUST_BEFORE)).recorded).toEqual(['ExhibitWithdrawn']);
      expect(story.refusalOf(withdrawal('USA-1', LAST))).toBe('evidence-closed');
    }
  });

  it('that came in the last five working days is answered by an exhibit that names it, for five days more', () => {
    const late = reviewed.when(...closed);
    const answering = (answers: string, when: Instant) => late.refusalOf(filing('u3', when, { answers }));
    expect(answering('CHN-1', LAST)).toBe('exhibit-not-answerable');
    for (const answers of ['CHN-2', 'CHN-3'])
      expect(late.when(filing('u3', at('2025-04-16T16:59:59.999+02:00'), { answers })).recorded).toEqual([
        'ExhibitAccepted',
      ]);
    expect(answering('CHN-3', ANSWERS_END)).toBe('evidence-answers-closed');
    expect(answering('USA-1', LAST)).toBe('unknown-answered');
    expect(answering('CHN-9', LAST)).toBe('unknown-answered');
  });

  it('that is itself an answer after the last day is answered by no exhibit', () => {
    const answered = reviewed.when(...closed, filing('u3', at('2025-04-10T10:00:00Z'), { answers: 'CHN-3' }));
    expect(answered.refusalOf(fromChina('c4', at('2025-04-11T10:00:00Z'), { answers: 'USA-3' }))).toBe(
      'exhibit-not-answerable',
    );
  });

  it('that was withdrawn in those days is answered too', () => {
    const withdrawn = reviewed.when(withdrawal('USA-1', JUST_BEFORE), ...closed);
    expect(withdrawn.when(fromChina('c4', LAST, { answers: 'USA-1' })).recorded).toEqual(['ExhibitAccepted']);
    expect(reviewed.when(...closed).refusalOf(fromChina('c4', LAST, { answers: 'USA-1' }))).toBe(
      'exhibit-not-answerable',
    );
  });

  it('that only the parties have does not come before the panel after the last day', () => {
    const late = reviewed.when(...closed);
    const widened = { ...withdrawal('USA-2', LAST), type: 'AddReaders', to: 'PANEL' } as const;
    const shown = { receivedAt: LAST, bytes: bytesOf('p1', 'b') };
    const own = (late.state as KnownCase).exhibits.get('USA-2') as Exhibit;
    expect(late.refusalOf(widened)).toBe('evidence-closed');
    expect(late.refusalOf(publicVersion('USA-2', shown))).toBe('evidence-closed');
    expect(late.refusalOf(signing(own, 'PANEL', { ...asChina, receivedAt: LAST }))).toBe('evidence-closed');
    expect(late.when(publicVersion('USA-1', shown)).recorded).toEqual(['PublicVersionFiled']);
    const decided = late.when({ told: 'deliberation-closed', at: at('2025-05-20T10:00:00Z') });
    expect(decided.when({ ...widened, receivedAt: at('2025-05-20T11:00:00Z') }).recorded).toEqual(['ReadersAdded']);
  });

  it('comes by leave of both co-chairs, from the party that they asked, until it has answered', () => {
    const until = at('2025-04-24T17:00:00+02:00');
    const when = at('2025-04-14T10:00:00Z');
    const given: ToldFact = {
      ...{
        told: 'leave',
        request: 'request:1',
        limit: 'information-request:US:1',
        party: exhibit().party as never,
        until,
      },
      ...{ withdrawals: ['USA-1'], at: LAST },
    };
    const late = reviewed.when(...closed);
    const leave = late.when(given);
    const under = (told: typeof late, answers = 'request:1') => told.refusalOf(filing('u3', when, { answers }));
    expect(under(late)).toBe('no-leave');
    expect(under(leave, 'request:2')).toBe('no-leave');
    expect(leave.refusalOf(fromChina('c4', when, { answers: 'request:1' }))).toBe('no-leave');
    expect(leave.when(filing('u3', when, { answers: 'request:1' })).recorded).toEqual(['ExhibitAccepted']);
    expect(leave.when(withdrawal('USA-1', when)).recorded).toEqual(['ExhibitWithdrawn']);
    expect(leave.refusalOf(withdrawal('USA-2', when))).toBe('evidence-closed');
    expect(leave.refusalOf(filing('u3', until, { answers: 'request:1' }))).toBe('leave-over');
    expect(leave.refusalOf(withdrawal('USA-1', until))).toBe('leave-over');
    const used = leave.when({ told: 'leave-used', request: 'request:1', until: at('2025-04-11T10:00:00Z'), at: LAST });
    expect(under(used)).toBe('leave-over');
  });

  it('is taken while the screening is suspended, and until the new last day once it goes on', () => {
    const suspendedAt = at('2025-04-01T10:00:00Z');
    const suspended = reviewed.when({ told: 'suspended', at: suspendedAt });
    const later = at('2025-04-20T10:00:00Z');
    expect(suspended.when(filing('u3', later)).recorded).toContain('ExhibitAccepted');
    const still = { from: suspendedAt, to: at('2025-04-22T10:00:00Z'), days: null };
    const resumed = suspended.when({ told: 'resumed', longStop: at('2025-09-01T15:00:00Z'), still });
    expect(resumed.when(filing('u3', at('2025-04-22T11:00:00Z'))).recorded).toContain('ExhibitAccepted');
    const until = at('2025-05-05T17:00:00+02:00');
    const known = resumed.when({ told: 'evidence-time', until, at: still.to });
    expect(known.refusalOf(filing('u3', until))).toBe('evidence-closed');
  });

  describe('on a claim that came during the review', () => {
    const added: ToldFact = { told: 'amended', amendment: 'S1', claims: ['C9'], at: at('2025-04-01T10:00:00Z') };
    const until = at('2025-04-29T17:00:00+02:00');
    const just = at('2025-04-29T16:59:59.999+02:00');
    const own: ToldFact = { told: 'claim-evidence-time', amendment: 'S1', until, at: at('2025-04-01T10:00:00Z') };
    const claims: ToldFact = { told: 'claims', claims: ['C1', 'C2', 'C9'] };
    const late = reviewed.when(added, own, claims, ...closed);
    const filed = (story: typeof late, on: readonly string[], when: Instant, answers: string | null = null) =>
      story.decision(filing('u3', when, { claims: on, tier: 'PANEL', answers }));

    it('is taken for that claim alone, until its own last day, whichever of the two contexts is heard first', () => {
      for (const story of [late, reviewed.when(own, added, claims, ...closed)]) {
        expect(filed(story, ['C9'], just).kind).toBe('accepted');
        for (const on of [[], ['C1'], ['C9', 'C1']])
          expect(filed(story, on, just)).toMatchObject({ reason: { code: 'evidence-closed' } });
        expect(filed(story, ['C9'], until)).toMatchObject({ reason: { code: 'evidence-closed' } });
      }
    });

    it('is no way to answer what cannot be answered any more', () => {
      expect(filed(late, ['C9'], just, 'CHN-1')).toMatchObject({ reason: { code: 'evidence-answers-closed' } });
    });

    it('is taken back in those days where it came in them, and nothing else is', () => {
      const when = at('2025-04-20T10:00:00Z');
      const story = late.when(filing('u3', when, { claims: ['C9'], tier: 'PANEL' }));
      expect(story.refusalOf(withdrawal('USA-3', until))).toBe('evidence-closed');
      expect(story.when(withdrawal('USA-3', just)).recorded).toEqual(['ExhibitWithdrawn']);
      const before = reviewed.when(added, own, claims, filing('u4', JUST_BEFORE, { claims: ['C9'] })).when(...closed);
      expect(before.refusalOf(withdrawal('USA-3', when))).toBe('evidence-closed');
    });

    it('is shown to the panel in those days', () => {
      const story = reviewed.when(added, own, claims, filing('u4', JUST_BEFORE, { claims: ['C9'] }), ...closed);
      const widened = (when: Instant) => ({ ...withdrawal('USA-3', when), type: 'AddReaders', to: 'PANEL' }) as const;
      expect(story.when(widened(just)).recorded).toEqual(['ReadersAdded']);
      expect(story.refusalOf(widened(until))).toBe('evidence-closed');
    });

    it('is not taken any more once the panel has decided, or when a review begins anew', () => {
      const decided = late.when({ told: 'deliberation-closed', at: at('2025-04-20T10:00:00Z') });
      expect(filed(decided, ['C9'], at('2025-04-20T11:00:00Z'))).toMatchObject({ reason: { code: 'evidence-closed' } });
      const anew = late.when({ told: 'evidence-anew', at: at('2025-04-20T10:00:00Z') }, time, ...closed);
      expect(filed(anew, ['C9'], just)).toMatchObject({ reason: { code: 'evidence-closed' } });
    });
  });
});
