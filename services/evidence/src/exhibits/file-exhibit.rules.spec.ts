import type { Instant, IsoDate, PartyCode } from '@parley/kernel';
import { calendarArchive, clocksOn } from '@parley/procedure';
import fc from 'fast-check';
import {
  bytesOf,
  chinese,
  CN,
  digestOf,
  exhibit,
  filed,
  longStop,
  nothing,
  now,
  passed,
  registered,
  US,
} from '../casefile/evidence-story.fixture';
import type { Exhibit, FileExhibit, Upload } from './exhibit-commands.rules';
import type { KnownCase } from '../casefile/casefile.rules';
import { fileExhibit } from './file-exhibit.rules';

const exhibitsOf = (state: unknown): readonly Exhibit[] => [...(state as KnownCase).exhibits.values()];
const uploadThatIs = (couldBe: Upload['couldBe']): Upload => ({
  ...{ uploadId: 'u9', party: US, digest: digestOf('a'), sizeBytes: 1_000 },
  ...(couldBe ? { couldBe } : {}),
});
const ended = (at: Instant) => registered.when({ told: 'screening-ended', at: at });

describe('an exhibit', () => {
  it('is taken from the filing on, from either party, and numbered by party', () => {
    const taken = filed.when(exhibit('u1'), chinese('u2'), exhibit('u3'));
    expect(exhibitsOf(taken.state).map(({ number }) => number)).toEqual(['USA-1', 'CHN-1', 'USA-2']);
  });

  it('is one of two thousand of its party at most', () => {
    const one = filed.when(exhibit('u1')).state as KnownCase;
    const numbered = (number: string) => [number, { ...exhibitsOf(one)[0]!, number }] as const;
    const full = { ...one, exhibits: new Map(Array.from({ length: 2_000 }, (_, n) => numbered(`USA-${String(n)}`))) };
    const clocksOf = clocksOn(calendarArchive().current('US', 'CN'));
    expect(fileExhibit(exhibit('u2'), full, clocksOf)).toMatchObject({ reason: { code: 'too-many-exhibits' } });
    expect(fileExhibit(chinese('u3'), full, clocksOf)).toMatchObject({ kind: 'accepted' });
  });

  it('is on the record at its own tier, with its digest and its first custody', () => {
    const decision = registered.decision(exhibit('u1', { tier: 'PANEL', claims: ['C2'] }));
    expect(decision).toMatchObject({
      events: [
        {
          type: 'ExhibitAccepted',
          tier: 'PANEL',
          occurredAt: now,
          data: { file: { digest: digestOf('a'), sizeBytes: 1_000 }, custody: { to: 'Registry' } },
        },
      ],
    });
  });

  it('keeps its number when it is filed again in the same words, and is not changed by other words', () => {
    const taken = registered.when(exhibit('u1'), chinese('u2'));
    expect(taken.when(exhibit('u1')).recorded).toEqual([]);
    expect(taken.refusalOf(exhibit('u1', { tier: 'PUBLIC' }))).toBe('upload-already-exhibited');
    expect(taken.refusalOf(exhibit('u1', { custody: { from: 'a', to: 'b', at: now, purpose: 'c' } }))).toBe(
      'upload-already-exhibited',
    );
  });

  it('has numbers without a gap for each party, whatever the order of filing and however often it is repeated', () => {
    const filings = fc.array(fc.record({ us: fc.boolean(), upload: fc.integer({ min: 1, max: 12 }) }), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(filings, (acts) => {
        const taken = registered.when(
          ...acts.map(({ us, upload }) => (us ? exhibit(`us-${upload}`) : chinese(`cn-${upload}`))),
        );
        for (const [party, prefix] of [
          [US, 'USA'],
          [CN, 'CHN'],
        ] as const) {
          const numbers = exhibitsOf(taken.state)
            .filter((each) => each.party === party)
            .map(({ number }) => number);
          const uploads = new Set(acts.filter(({ us }) => us === (party === US)).map(({ upload }) => upload));
          expect(numbers).toEqual([...uploads].map((_, index) => `${prefix}-${index + 1}`));
        }
      }),
    );
  });

  it('is refused in a case that was never filed', () => {
    expect(nothing.refusalOf(exhibit())).toBe('not-found');
  });

  it('is refused from who is not a party', () => {
    expect(registered.refusalOf(exhibit('u1', { party: 'CH' as PartyCode }))).toBe('not-a-party');
    expect(registered.refusalOf(exhibit('u1', { party: null }))).toBe('not-a-party');
  });

  it('is refused from the end of the screening on, and taken when it was received before', () => {
    expect(ended(now).refusalOf(exhibit())).toBe('screening-ended');
    const later = '2025-02-12T09:00:00.001Z' as Instant;
    expect(ended(later).when(exhibit()).recorded).toEqual(['ExhibitAccepted']);
  });

  it('is taken again when the lapse is set aside, until the long-stop', () => {
    const reopened = ended(now).when({ told: 'lapse-set-aside' });
    expect(reopened.when(exhibit()).recorded).toEqual(['ExhibitAccepted']);
    expect(reopened.refusalOf(exhibit('u1', { receivedAt: longStop }))).toBe('long-stop-passed');
  });

  it('is taken again when both parties reopen the screening, until the long-stop that they have then', () => {
    const extended = '2025-10-01T15:00:00.000Z' as Instant;
    const again = ended(now).when({ told: 'reopened', longStop: extended, at: now });
    expect(again.when(exhibit('u1', { receivedAt: longStop })).recorded).toEqual(['ExhibitAccepted']);
    expect(again.refusalOf(exhibit('u1', { receivedAt: extended }))).toBe('long-stop-passed');
  });

  it('is taken as long as the screening is suspended, and until a long-stop that moved', () => {
    const moved = '2025-10-01T15:00:00.000Z' as Instant;
    const suspended = registered.when({ told: 'suspended', at: now });
    expect(suspended.when(exhibit('u1', { receivedAt: moved })).recorded).toEqual([
      'ExhibitAccepted',
      'SuspensionNoted',
    ]);
    const resumed = suspended.when({
      told: 'resumed',
      longStop: moved,
      still: { from: now, to: now, days: { fromDay: '2025-02-12' as IsoDate, toDay: '2025-02-12' as IsoDate } },
    });
    expect(resumed.when(exhibit('u1', { receivedAt: longStop })).recorded).toEqual(['ExhibitAccepted']);
    expect(resumed.refusalOf(exhibit('u1', { receivedAt: moved }))).toBe('long-stop-passed');
  });

  it('is refused at the long-stop though nobody has told of a lapse', () => {
    expect(registered.refusalOf(exhibit('u1', { receivedAt: longStop }))).toBe('long-stop-passed');
  });

  it.each<[string, Partial<FileExhibit>, string, string]>([
    ['an upload that does not exist', { bytes: { ...bytesOf('u9'), upload: null } }, 'upload-unknown', '/uploadId'],
    ["the other party's upload", { bytes: bytesOf('u9', 'a', CN) }, 'upload-unknown', '/uploadId'],
    [
      'another digest than the upload has',
      { bytes: { ...bytesOf('u9'), digest: digestOf('f') } },
      'digest-differs',
      '/digest',
    ],
    [
      'another content than its media type says',
      { bytes: { ...bytesOf('u9'), upload: uploadThatIs(['jpeg']) } },
      'content-not-its-type',
      '/mediaType',
    ],
    [
      'a public version of another content than its media type says',
      {
        publicVersion: {
          bytes: { ...bytesOf('u9'), upload: uploadThatIs(['text']) },
          ...{ reason: 'personal-data', removals: [], check: passed },
        },
      },
      'content-not-its-type',
      '/publicVersion/mediaType',
    ],
    ['a claim that is not in the grievance', { claims: ['C1', 'C7'] }, 'unknown-claim', '/claims/1'],
    [
      'custody that is still to come',
      { custody: { from: 'a', to: 'b', at: longStop, purpose: 'c' } },
      'custody-in-the-future',
      '/custody/at',
    ],
  ])('is refused with %s', (_what, more, code, path) => {
    expect(registered.decision(exhibit('u9', more))).toMatchObject({ kind: 'refused', reason: { code }, path });
  });

  it.each([
    ['a file that may be what it says among others', ['text', 'pdf'], 'application/pdf'],
    ['a file of a type of which nothing is known', ['jpeg'], 'image/heic'],
    ['an upload whose first bytes nobody looked at', undefined, 'application/pdf'],
  ] as const)('takes %s', (_what, couldBe, mediaType) => {
    const bytes = { ...bytesOf('u9'), mediaType, upload: uploadThatIs(couldBe) };
    expect(registered.when(exhibit('u9', { bytes })).recorded).toEqual(['ExhibitAccepted']);
  });

  it('takes any claim before the registration, when the claims are not known yet', () => {
    expect(filed.when(exhibit('u1', { claims: ['C9'] })).recorded).toEqual(['ExhibitAccepted']);
  });

  it('tells nothing of the other party’s uploads: theirs answer as those that do not exist', () => {
    const theirs = registered.decision(exhibit('u9', { bytes: bytesOf('u9', 'a', CN) }));
    expect(theirs).toEqual(registered.decision(exhibit('u9', { bytes: { ...bytesOf('u9'), upload: null } })));
  });
});
