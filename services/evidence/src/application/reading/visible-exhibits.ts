import type { Tier } from '@parley/kernel';
import type { Exhibit, PublicVersion } from '../../domain/exhibit';
import type { KnownCase } from '../../domain/evidence-state';
import type { Tombstone } from '../../domain/readers/readers';

/**
 * An exhibit as far as a reader may see it: whole; or only that there is a public version and that something was left
 * out of it; or, where readers were taken away, the tombstone that stays (I-42).
 */
export type VisibleExhibit =
  | { readonly extent: 'whole'; readonly exhibit: Exhibit }
  | { readonly extent: 'public-version'; readonly exhibit: Exhibit; readonly publicVersion: PublicVersion }
  | { readonly extent: 'tombstone'; readonly exhibit: Exhibit; readonly tombstone: Tombstone };

/** What a reader of some tiers may see of an exhibit; `undefined` when not even that it exists. */
export function visible(exhibit: Exhibit | undefined, tiers: ReadonlySet<Tier>): VisibleExhibit | undefined {
  if (!exhibit) return undefined;
  const { tier, publicVersion, withdrawn, tombstones } = exhibit;
  if (!withdrawn && tiers.has(tier)) return { extent: 'whole', exhibit };
  if (!withdrawn && publicVersion && tiers.has('PUBLIC')) return { extent: 'public-version', exhibit, publicVersion };
  const tombstone =
    tombstones.findLast(({ from }) => tiers.has(from)) ?? (publicVersion && tiers.has('PUBLIC') ? withdrawn : null);
  return tombstone ? { extent: 'tombstone', exhibit, tombstone } : undefined;
}

/**
 * What a reader may see of an exhibit as it was: no more than the reader sees of it now, so that looking back brings
 * back nothing that was taken away.
 */
export function visibleThen(
  then: Exhibit | undefined,
  now: Exhibit | undefined,
  tiers: ReadonlySet<Tier>,
): VisibleExhibit | undefined {
  const [was, is] = [visible(then, tiers), visible(now, tiers)];
  if (!was || !is || is.extent === 'whole' || was.extent === 'tombstone') return was && is ? was : undefined;
  return is.extent === 'public-version' && was.exhibit.publicVersion
    ? visible({ ...was.exhibit, tier: is.exhibit.tier }, tiers)
    : is;
}

/** Everything that a reader may see, in the order of acceptance. What is sealed is neither shown nor counted (I-43). */
export const visibleExhibits = (
  { exhibits }: KnownCase,
  tiers: ReadonlySet<Tier>,
  present: KnownCase,
): readonly VisibleExhibit[] =>
  [...exhibits.values()].flatMap((exhibit) => visibleThen(exhibit, present.exhibits.get(exhibit.number), tiers) ?? []);
