import type { Instant, Tier } from '@parley/kernel';
import fc from 'fast-check';
import type { RecordedFact } from '../history/case-at.rules';
import { exhibitsEver, GAP_KINDS, gapWords, noticesWithoutRecord, numbersMissing } from './completeness.rules';

const at = '2025-02-12T09:00:00.000Z' as Instant;
const fact = (type: string, data: object, tier: Tier = 'PARTIES'): RecordedFact => ({
  ...{
    stream: 's',
    revision: 0,
    eventId: 'e',
    type,
    occurredAt: at,
    recordedAt: at,
    rule: 'I-33',
    ruleSetVersion: '2026-1',
    tier,
    commitment: 'c',
  },
  actor: { kind: 'system', process: 'spec' },
  data,
});
const file = { digest: 'a'.repeat(64), sizeBytes: 3 };
const accepted = (number: string, tier: Tier = 'PANEL') => fact('ExhibitAccepted', { number, file }, tier);

describe('every exhibit ever accepted', () => {
  it('is counted with each of its copies and everybody who could know of it', () => {
    const facts = [
      accepted('USA-1'),
      fact('PublicVersionFiled', { number: 'USA-1', file }),
      fact('TranslationFiled', { number: 'USA-1', n: 1, file }),
      fact('ReadersTakenAway', { number: 'USA-1', to: 'PARTIES' }),
      fact('CustodyHandedOver', { number: 'USA-1' }),
      fact('PublicVersionFiled', { number: 'USA-9', file }),
    ];
    const exhibits = exhibitsEver(facts);
    expect([...exhibits.keys()]).toEqual(['USA-1']);
    expect(exhibits.get('USA-1')).toMatchObject({ tier: 'PARTIES', known: new Set(['PANEL', 'PUBLIC']), gone: false });
    expect(exhibits.get('USA-1')?.copies.map(({ copy }) => copy)).toEqual([
      'original',
      'public-version',
      'translation-1',
    ]);
  });

  it('stays counted when it is taken back: its tombstone stands in its place', () => {
    expect(exhibitsEver([accepted('USA-1'), fact('ExhibitWithdrawn', { number: 'USA-1' })]).get('USA-1')?.gone).toBe(
      true,
    );
    expect(
      exhibitsEver([accepted('USA-1'), fact('ReadersTakenAway', { number: 'USA-1', to: 'NOBODY' })]).get('USA-1')?.gone,
    ).toBe(true);
    expect(
      exhibitsEver([accepted('USA-1', 'PARTIES'), fact('ReadersAdded', { number: 'USA-1', to: 'PUBLIC' })]).get('USA-1')
        ?.tier,
    ).toBe('PUBLIC');
  });

  it('is missed by its number, whichever of them vanished but the last (I-62)', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 30 }), fc.nat(), fc.constantFrom('USA', 'CHN'), (count, which, prefix) => {
        const all = Array.from({ length: count }, (_, index) => accepted(`${prefix}-${index + 1}`));
        expect(numbersMissing(exhibitsEver([...all, accepted('X-1')]).values())).toEqual([]);
        const vanished = which % (count - 1);
        const left = exhibitsEver(all.filter((_, index) => index !== vanished));
        expect(numbersMissing(left.values())).toEqual([
          { kind: 'number-missing', subject: `${prefix}-${vanished + 1}`, detail: '', tier: 'PARTIES' },
        ]);
      }),
    );
  });
});

describe('every notice', () => {
  const served = (more: object = {}) =>
    fact('NoticesServed', {
      notices: [{ noticeId: 'n1' }],
      to: ['US', 'CN'],
      deliveredAt: at,
      retrieval: 'retrieval:n1',
      opens: [clock],
      closes: [],
      ...more,
    });
  const clock = {
    id: 'retrieval:n1',
    clock: 'retrieval',
    stage: 'service',
    rule: 'I-58',
    dueAt: at,
    provisional: false,
  };
  const notRetrieved = (party: string, ...notices: readonly string[]) =>
    fact('NoticesNotRetrieved', { by: [{ party, notices }], opens: [], closes: [clock.id] });
  const gapOf = (party: string) => ({ kind: 'notice-without-record', subject: 'n1', detail: party, tier: 'PARTIES' });

  it('has its record of each recipient: retrieved, or that it was not', () => {
    const retrieved = fact('NoticeRetrieved', { noticeId: 'n1', party: 'CN', opens: [], closes: [] });
    expect(noticesWithoutRecord([served(), retrieved, notRetrieved('US', 'n0', 'n1')])).toEqual([]);
  });

  it('without one is a gap, unless the clock runs that will make it a fact', () => {
    expect(noticesWithoutRecord([served()])).toEqual([]);
    expect(noticesWithoutRecord([served(), notRetrieved('US', 'n1')])).toEqual([gapOf('CN')]);
    expect(noticesWithoutRecord([served({ opens: [] })])).toEqual([gapOf('US'), gapOf('CN')]);
    expect(noticesWithoutRecord([served(), notRetrieved('US', 'n2')])).toHaveLength(2);
  });

  it('is a gap where nothing says that it stood in the inboxes', () => {
    expect(noticesWithoutRecord([served({ deliveredAt: undefined })])).toEqual([gapOf('US'), gapOf('CN')]);
  });
});

describe('what a gap is', () => {
  it('is said in both languages', () => {
    for (const kind of GAP_KINDS)
      expect([gapWords[kind].en, gapWords[kind]['zh-Hans']]).toEqual([
        expect.stringMatching(/^[A-Z].*\.$/),
        expect.stringMatching(/^\p{Script=Han}.*。$/u),
      ]);
  });
});
