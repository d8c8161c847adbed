import {
  bytesOf,
  chinese,
  CN,
  exhibit,
  longStop,
  now,
  passed,
  publicVersion,
  registered,
} from '../casefile/evidence-story.fixture';
import type { KnownCase } from '../casefile/casefile.rules';

const taken = registered.when(exhibit('u1'), chinese('u2'));

describe('a public version', () => {
  it('stands beside the exhibit, is public, and leaves the original as it was (I-41)', () => {
    const before = (taken.state as KnownCase).exhibits.get('USA-1');
    const published = taken.when(publicVersion('USA-1'));
    const after = (published.state as KnownCase).exhibits.get('USA-1');
    expect(published.events.at(-1)).toMatchObject({
      type: 'PublicVersionFiled',
      tier: 'PUBLIC',
      data: { reason: 'business-confidential' },
    });
    expect({ ...after, publicVersion: null }).toEqual(before);
  });

  it('may come with the exhibit', () => {
    const both = registered.when(
      exhibit('u1', {
        publicVersion: { bytes: bytesOf('p1', 'b'), reason: 'personal-data', removals: [], check: passed },
      }),
    );
    expect(both.recorded).toEqual(['ExhibitAccepted', 'PublicVersionFiled']);
  });

  it('takes nothing of the exhibit on the record when it is refused itself', () => {
    const offered = {
      bytes: { ...bytesOf('p1', 'b'), upload: null },
      reason: 'personal-data',
      removals: [],
      check: passed,
    } as const;
    expect(registered.decision(exhibit('u1', { publicVersion: offered }))).toMatchObject({
      reason: { code: 'upload-unknown' },
      path: '/publicVersion/uploadId',
    });
  });

  it('is filed by the party of the exhibit alone', () => {
    expect(taken.refusalOf(publicVersion('USA-1', { party: CN }))).toBe('not-your-exhibit');
    expect(taken.refusalOf(publicVersion('USA-9'))).toBe('unknown-exhibit');
  });

  it('is filed once; the same again changes nothing and another is refused', () => {
    const published = taken.when(publicVersion('USA-1'));
    expect(published.when(publicVersion('USA-1')).recorded).toEqual([]);
    expect(published.refusalOf(publicVersion('USA-1', { bytes: bytesOf('p2', 'd') }))).toBe('public-version-exists');
  });

  it('is not the exhibit itself, nor of an exhibit that is public', () => {
    expect(taken.refusalOf(publicVersion('USA-1', { bytes: bytesOf('p1', 'a') }))).toBe('public-version-identical');
    const open = registered.when(exhibit('u1', { tier: 'PUBLIC' }));
    expect(open.refusalOf(publicVersion('USA-1'))).toBe('exhibit-is-public');
    expect(
      registered.refusalOf(
        exhibit('u1', {
          tier: 'PUBLIC',
          publicVersion: { bytes: bytesOf('p1', 'b'), reason: 'personal-data', removals: [], check: passed },
        }),
      ),
    ).toBe('exhibit-is-public');
  });

  it('is refused once the screening is over', () => {
    const ended = taken.when({ told: 'screening-ended', at: now });
    expect(ended.refusalOf(publicVersion('USA-1'))).toBe('screening-ended');
    expect(taken.refusalOf(publicVersion('USA-1', { receivedAt: longStop }))).toBe('long-stop-passed');
  });

  it('says how much was removed for which reason and what was searched, and of old ones nothing', () => {
    const published = taken.when(publicVersion('USA-1'));
    const after = (published.state as KnownCase).exhibits.get('USA-1');
    expect(after?.publicVersion).toMatchObject({
      removals: [{ reason: 'business-confidential', passages: 2 }],
      checked: { format: 'text', searched: ['text'] },
    });
  });

  it.each([
    [{ kind: 'found', layer: 'metadata', passage: 3 }, 'passage-in-metadata', '/removed/3'],
    [{ kind: 'hidden-layer', layer: 'earlier-revisions' }, 'public-version-has-earlier-revisions', '/uploadId'],
    [{ kind: 'nothing-named' }, 'removed-passages-missing', '/removed'],
    [{ kind: 'too-short', passage: 0 }, 'removed-passage-too-short', '/removed/0'],
    [{ kind: 'uncheckable' }, 'public-version-uncheckable', '/mediaType'],
    [{ kind: 'too-large' }, 'public-version-too-large', '/uploadId'],
    [{ kind: 'not-searched' }, 'public-version-not-searched', '/uploadId'],
    [{ kind: 'busy' }, 'public-versions-waiting', '/uploadId'],
  ] as const)('is refused after a search that came to %j', (check, code, path) => {
    expect(taken.decision(publicVersion('USA-1', { check }))).toMatchObject({
      kind: 'refused',
      reason: { code, rule: 'I-41' },
      path,
    });
  });
});
