import { plusMillis, type Instant, type PersonId } from '@parley/kernel';
import type { EvidenceCommand } from '../exhibits/exhibit-commands.rules';
import type { KnownCase } from '../casefile/casefile.rules';
import {
  asChina,
  bytesOf,
  CN,
  decider,
  exhibit,
  now,
  registered,
  signing,
  translation,
  US,
} from '../casefile/evidence-story.fixture';
import type { SignReadersDecision } from '../readers/readers.rules';
import type { FileTranslation } from '../translations/translations.rules';

const MINUTE = 60_000;
const ENTERED = '2025-03-20T09:00:00.000Z' as Instant;
const entry = (cameAt: Instant, receivedAt = ENTERED) => ({
  by: 'registry-1' as PersonId,
  party: US,
  receivedAt,
  entryId: 'e1',
  channel: 'Note handed over at the seat',
  cameAt,
});
const exhibitIn = (state: unknown) => (state as KnownCase).exhibits.get('USA-1')!;
const dueIn = (state: unknown, id: string): Instant => (state as KnownCase).running[id]!.dueAt;
const expire = (deadlineId: string): EvidenceCommand => ({ type: 'ExpireDeadline', deadlineId });
const later = plusMillis(now, MINUTE);

describe('a co-head’s signature of a change of readers that came by another channel', () => {
  const taken = registered.when(exhibit('u1', { tier: 'PANEL' }));
  const one = taken.when(signing(exhibitIn(taken.state), 'PARTIES'));
  const due = dueIn(one.state, 'readers-decision:USA-1');
  const stayed = one.when(expire('readers-decision:USA-1'));
  const enter = (cameAt: Instant, more: Partial<SignReadersDecision> = {}, receivedAt = ENTERED): EvidenceCommand => ({
    type: 'EnterReadersSignature',
    ...entry(cameAt, receivedAt),
    act: signing(exhibitIn(taken.state), 'PARTIES', { ...asChina, receivedAt: cameAt, ...more }),
  });

  it(
    'carries the change out from the entry on, and that the readers stay is set aside by an event ' +
      'that points to it (I-19)',
    () => {
      const proved = stayed.when(enter(plusMillis(due, -1)));
      expect(proved.recorded).toEqual([
        'FallbackEntryMade',
        'DefaultSetAside',
        'ReadersDecisionSigned',
        'ReadersTakenAway',
      ]);
      expect(proved.events.at(-3)).toMatchObject({
        rule: 'I-19',
        tier: 'PARTIES',
        data: { becauseOf: 'e1', act: 'readers-signature', deadline: 'readers-decision:USA-1', dueAt: due },
      });
      expect(proved.events.slice(-2).map(({ occurredAt }) => occurredAt)).toEqual([plusMillis(due, -1), ENTERED]);
      expect(exhibitIn(proved.state)).toMatchObject({
        tier: 'PARTIES',
        decision: null,
        tombstones: [{ at: ENTERED, by: 'co-heads' }],
      });
      const both = proved.events.slice(0, -1).reduce((state, event) => decider.evolve(state, event), decider.initial);
      expect(exhibitIn(both).decision?.signatures.map(({ party }) => party)).toEqual([US, CN]);
      expect(proved.refusalOf(enter(plusMillis(due, -1)))).toBe('fallback-nothing-awaited');
    },
  );

  it('is carried out from the entry on while it is awaited, too', () => {
    const signed = one.when(enter(later, {}, plusMillis(later, MINUTE)));
    expect(signed.recorded).toEqual(['FallbackEntryMade', 'ReadersDecisionSigned', 'ReadersTakenAway']);
    expect(signed.events.at(-1)?.occurredAt).toBe(plusMillis(later, MINUTE));
    const atTheEnd = one.when(enter(later, {}, plusMillis(due, MINUTE)));
    expect(atTheEnd.events.slice(-2)).toMatchObject([
      { occurredAt: later, data: { closes: ['readers-decision:USA-1'] } },
      { occurredAt: plusMillis(due, MINUTE), data: { closes: [] } },
    ]);
    expect(atTheEnd.when(expire('readers-decision:USA-1')).recorded).toEqual([]);
  });

  it(
    'came in time, from the other co-head, over what both signed, and changes nothing once ' +
      'that is not how things are',
    () => {
      expect(stayed.refusalOf(enter(due))).toBe('fallback-receipt-out-of-time');
      expect(stayed.refusalOf(enter(plusMillis(now, -1)))).toBe('fallback-receipt-before-its-time');
      expect(stayed.refusalOf(enter(plusMillis(ENTERED, 1)))).toBe('fallback-receipt-in-the-future');
      expect(stayed.refusalOf(enter(later, { by: 'us-cohead-2' as PersonId, party: US }))).toBe('side-has-signed');
      expect(stayed.refusalOf(enter(later, { by: 'us-cohead' as PersonId }))).toBe('signs-for-both-sides');
      expect(stayed.refusalOf(enter(later, { reason: 'replaced' }))).toBe('another-decision-pending');
      expect(stayed.refusalOf(enter(later, { number: 'USA-9' }))).toBe('unknown-exhibit');
      expect(stayed.refusalOf(enter(later, { party: null }))).toBe('entry-of-no-party');
      expect(stayed.refusalOf(enter(later, { by: 'registry-1' as PersonId }))).toBe('enters-own-act');
      expect(taken.refusalOf(enter(later))).toBe('fallback-nothing-awaited');
      const wider = stayed.when({
        type: 'AddReaders',
        by: exhibit().by,
        party: US,
        receivedAt: due,
        number: 'USA-1',
        to: 'PUBLIC',
      });
      expect(wider.refusalOf(enter(later))).toBe('decision-digest-differs');
    },
  );

  it('is awaited no more once another change was begun', () => {
    const again = stayed.when(signing(exhibitIn(taken.state), 'PARTIES', { reason: 'replaced', receivedAt: due }));
    expect(again.refusalOf(enter(later))).toBe('fallback-receipt-before-its-time');
  });
});

describe('a translation that came by another channel', () => {
  const taken = registered.when(exhibit('u1'));
  const id = 'translation:US:USA-1:zh-Hans';
  const due = dueIn(taken.state, id);
  const missing = taken.when(expire(id));
  const enter = (cameAt: Instant, more: Partial<FileTranslation> = {}, receivedAt = ENTERED): EvidenceCommand => ({
    type: 'EnterTranslation',
    ...entry(cameAt, receivedAt),
    act: translation('USA-1', { receivedAt: cameAt, ...more }),
  });

  it('was not missing and is not late, by an event that points to the entry (I-19)', () => {
    const proved = missing.when(enter(plusMillis(due, -1)));
    expect(proved.recorded).toEqual(['FallbackEntryMade', 'DefaultSetAside', 'TranslationFiled']);
    expect(proved.events.at(-2)).toMatchObject({
      tier: 'PARTIES',
      data: { act: 'translation', deadline: id, number: 'USA-1', language: 'zh-Hans' },
    });
    expect(exhibitIn(proved.state)).toMatchObject({
      translationsMissing: [],
      translations: [{ n: 1, late: false, filedAt: plusMillis(due, -1) }],
    });
    expect(proved.refusalOf(enter(plusMillis(due, -1), { bytes: bytesOf('t2', 'e') }))).toBe(
      'fallback-nothing-awaited',
    );
  });

  it('stands beside one that was filed late since, of other bytes', () => {
    const late = missing.when(translation('USA-1', { receivedAt: plusMillis(due, MINUTE) }));
    expect(exhibitIn(late.state)).toMatchObject({ translationsMissing: ['zh-Hans'], translations: [{ late: true }] });
    expect(late.refusalOf(enter(later))).toBe('upload-already-translation');
    expect(exhibitIn(late.when(enter(later, { bytes: bytesOf('t2', 'e') })).state)).toMatchObject({
      translationsMissing: [],
      translations: [
        { n: 1, late: true },
        { n: 2, late: false },
      ],
    });
  });

  it('is simply filed while it is awaited', () => {
    expect(taken.when(enter(later, {}, plusMillis(later, MINUTE))).recorded).toEqual([
      'FallbackEntryMade',
      'TranslationFiled',
    ]);
  });

  it('came in time, from its party, of what there is', () => {
    expect(missing.refusalOf(enter(due))).toBe('fallback-receipt-out-of-time');
    expect(missing.refusalOf(enter(later, { party: CN }))).toBe('not-your-exhibit');
    expect(missing.refusalOf(enter(later, { number: 'USA-9' }))).toBe('unknown-exhibit');
    expect(missing.refusalOf(enter(later, { of: 'document', number: 'reply' }))).toBe('unknown-document');
    expect(missing.refusalOf(enter(later, { party: null }))).toBe('entry-of-no-party');
    expect(missing.refusalOf(enter(later, { by: 'registry-1' as PersonId }))).toBe('enters-own-act');
    const gone = missing.when({
      type: 'WithdrawExhibit',
      by: exhibit().by,
      party: US,
      receivedAt: due,
      number: 'USA-1',
      reason: 'filed-by-mistake',
    });
    expect(gone.refusalOf(enter(later))).toBe('exhibit-withdrawn');
  });
});
