import { plusMillis, type Instant, type PersonId, type Sha256 } from '@parley/kernel';
import type { EvidenceCommand } from '../exhibits/exhibit-commands.rules';
import type { KnownCase } from '../casefile/casefile.rules';
import { bytesOf, CN, exhibit, now, registered, translation, US } from '../casefile/evidence-story.fixture';
import type { FileTranslation } from '../translations/translations.rules';

const MINUTE = 60_000;
const ENTERED = '2025-03-20T09:00:00.000Z' as Instant;
const entered = (act: FileTranslation, receivedAt: Instant): EvidenceCommand => ({
  type: 'ClaimLateEntry',
  by: 'us-registry' as PersonId,
  party: act.party,
  receivedAt,
  entryId: 'e1',
  channel: 'Note handed over at the seat',
  cameAt: act.receivedAt,
  original: 'ab'.repeat(32) as Sha256,
  office: 'registry',
  outages: [{ from: act.receivedAt, to: receivedAt }],
  act,
});
const exhibitIn = (state: unknown) => (state as KnownCase).exhibits.get('USA-1')!;
const dueIn = (state: unknown, id: string): Instant => (state as KnownCase).running[id]!.dueAt;
const expire = (deadlineId: string): EvidenceCommand => ({ type: 'ExpireDeadline', deadlineId });
const later = plusMillis(now, MINUTE);

describe('a translation that came by another channel', () => {
  const taken = registered.when(exhibit('u1'));
  const id = 'translation:US:USA-1:zh-Hans';
  const due = dueIn(taken.state, id);
  const missing = taken.when(expire(id));
  const enter = (cameAt: Instant, more: Partial<FileTranslation> = {}, receivedAt = ENTERED): EvidenceCommand =>
    entered({ ...translation('USA-1', { receivedAt: cameAt }), ...more }, receivedAt);

  it('was not missing and is not late, by an event that points to the entry (I-19)', () => {
    const proved = missing.when(enter(plusMillis(due, -1)));
    expect(proved.recorded).toEqual(['LateEntryCounted', 'DefaultSetAside', 'TranslationFiled']);
    expect(proved.events.at(-2)).toMatchObject({
      tier: 'PARTIES',
      data: { act: 'translation', deadline: id, number: 'USA-1', language: 'zh-Hans' },
    });
    expect(exhibitIn(proved.state)).toMatchObject({
      translationsMissing: [],
      translations: [{ n: 1, late: false, filedAt: plusMillis(due, -1) }],
    });
    expect(proved.refusalOf(enter(plusMillis(due, -1), { bytes: bytesOf('t2', 'e') }))).toBe(
      'late-entry-nothing-awaited',
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
      'LateEntryCounted',
      'TranslationFiled',
    ]);
  });

  it('came in time, from its party, of what there is', () => {
    expect(missing.refusalOf(enter(due))).toBe('late-entry-came-too-late');
    expect(missing.refusalOf(enter(later, { party: CN }))).toBe('not-your-exhibit');
    expect(missing.refusalOf(enter(later, { number: 'USA-9' }))).toBe('unknown-exhibit');
    expect(missing.refusalOf(enter(later, { of: 'document', number: 'reply' }))).toBe('unknown-document');
    expect(missing.refusalOf(enter(later, { party: null }))).toBe('not-your-exhibit');
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
