import type { IsoDate } from '@parley/kernel';
import { given } from '@parley/testing';
import type { ReferralCommand } from '../referral/common-refusals.rules';
import {
  ask,
  assemble,
  at,
  complainant,
  decider,
  expire,
  filed,
  findings,
  issue,
  registered,
  respondent,
  served,
} from '../referral/referral-story.fixture';
import type { ForumEvent } from './transmission.rules';

const registeredCase = given(decider).when(filed, registered, served);
const issued = registeredCase.when(findings, ask('2025-06-23T10:00:00Z'), assemble(), expire(), issue());

const handOver = (handedOverAt: string, receivedAt = '2025-07-10T10:00:00Z', n = 1): ReferralCommand => ({
  type: 'RecordTransmission',
  ...complainant(receivedAt),
  n,
  handedOverAt: at(handedOverAt),
  receipt: '24-1234',
});
const event: ForumEvent = {
  forum: 'WTO',
  kind: 'consultations-requested',
  symbol: 'WT/DS633/1',
  communicatedOn: '2025-07-08' as IsoDate,
  circulatedOn: null,
  title: [{ lang: 'en', text: 'Request for consultations', kind: 'original' }],
};
const note = (changes: Partial<ForumEvent> = {}, by = complainant('2025-07-10T10:00:00Z')): ReferralCommand => ({
  type: 'NoteForumEvent',
  ...by,
  event: { ...event, ...changes },
});

describe('a dossier that was handed over', () => {
  it('is on record with the forum’s receipt, in public', () => {
    expect(issued.when(handOver('2025-07-01T09:00:00Z')).events.at(-1)).toMatchObject({
      type: 'DossierTransmitted',
      tier: 'PUBLIC',
      data: { n: 1, forum: 'WTO', receipt: '24-1234' },
    });
  });

  it.each<[string, ReferralCommand, string]>([
    [
      'by the respondent',
      { ...handOver('2025-07-01T09:00:00Z'), ...respondent('2025-07-10T10:00:00Z') },
      'dossier-of-the-other-party',
    ],
    ['before it was issued', handOver('2025-06-30T14:59:59.999Z'), 'handed-over-out-of-time'],
    ['after it is recorded', handOver('2025-07-10T10:00:00.001Z'), 'handed-over-out-of-time'],
    ['where there is none', handOver('2025-07-01T09:00:00Z', '2025-07-10T10:00:00Z', 2), 'no-such-dossier'],
  ])('was not handed over %s', (_name, command, code) => expect(issued.refusalOf(command)).toBe(code));

  it('was issued, and is handed over once', () => {
    expect(
      registeredCase
        .when(findings, ask('2025-06-23T10:00:00Z'))
        .refusalOf(handOver('2025-06-24T09:00:00Z', '2025-06-25T10:00:00Z')),
    ).toBe('dossier-not-issued');
    expect(issued.when(handOver('2025-07-01T09:00:00Z')).refusalOf(handOver('2025-07-02T09:00:00Z'))).toBe(
      'dossier-transmitted',
    );
  });
});

describe('an event at the forum', () => {
  it('is recorded by either party, with both of its dates', () => {
    const noted = registeredCase.when(note({}, respondent('2025-07-10T10:00:00Z')));
    expect(noted.state).toMatchObject({
      forumEvents: [{ symbol: 'WT/DS633/1', communicatedOn: '2025-07-08', circulatedOn: null, notedBy: 'US' }],
    });
    expect(noted.when(note({ circulatedOn: '2025-07-10' as IsoDate })).state).toMatchObject({
      forumEvents: [{ circulatedOn: '2025-07-10', notedBy: 'US' }],
    });
  });

  it('is recorded once', () => {
    expect(registeredCase.when(note()).refusalOf(note())).toBe('forum-event-noted');
    const circulated = registeredCase.when(note({ circulatedOn: '2025-07-09' as IsoDate }));
    expect(circulated.refusalOf(note({ circulatedOn: '2025-07-10' as IsoDate }))).toBe('forum-event-noted');
  });

  it('is not recorded without end, and one that is known can still be told to be circulated', () => {
    const full = registeredCase.when(
      ...Array.from({ length: 200 }, (_, index) => note({ symbol: `WT/DS633/${String(index + 1)}` })),
    );
    expect(full.refusalOf(note({ symbol: 'WT/DS633/201' }))).toBe('too-many-forum-events');
    expect(full.when(note({ circulatedOn: '2025-07-09' as IsoDate })).recorded).toEqual(['ForumEventNoted']);
    expect(full.when(note({ symbol: 'WT/DS633/201' }, respondent('2025-07-10T10:00:00Z'))).recorded).toEqual([
      'ForumEventNoted',
    ]);
  });

  it.each(['WT/DS633/1', 'WT/DS633/1/Rev.1', 'WT/DS597/R/Add.1', 'G/SCM/D145/1', 'WT/DS633/AB/R'])(
    'is told of by a document such as %s',
    (symbol) => {
      expect(registeredCase.when(note({ symbol })).recorded).toEqual(['ForumEventNoted']);
    },
  );

  it.each<[string, Partial<ForumEvent>, string]>([
    ['a symbol of no forum', { symbol: 'DS 633' }, 'symbol-malformed'],
    [
      'a circulation before its communication',
      { circulatedOn: '2025-07-07' as IsoDate },
      'circulated-before-communicated',
    ],
    ['a day that is to come', { communicatedOn: '2025-07-11' as IsoDate }, 'forum-event-ahead'],
    ['a circulation that is to come', { circulatedOn: '2025-07-11' as IsoDate }, 'forum-event-ahead'],
  ])('with %s is refused', (_name, changes, code) => expect(registeredCase.refusalOf(note(changes))).toBe(code));

  it('of Monday is not yet told of on the Saturday before, though what comes then counts as of Monday', () => {
    const onSaturday = complainant('2025-07-12T10:00:00Z');
    const of = (day: string) => note({ communicatedOn: day as IsoDate }, onSaturday);
    expect(registeredCase.refusalOf(of('2025-07-14'))).toBe('forum-event-ahead');
    expect(registeredCase.when(of('2025-07-12')).recorded).toEqual(['ForumEventNoted']);
  });

  it('is of a registered case, and no word of an outsider', () => {
    expect(given(decider).when(filed).refusalOf(note())).toBe('not-registered');
    expect(registeredCase.refusalOf(note({}, { ...complainant('2025-07-10T10:00:00Z'), party: null }))).toBe(
      'not-a-party',
    );
  });
});
