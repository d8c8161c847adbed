import type { Tier } from '@parley/kernel';
import type { Exhibit, PublicVersion } from '../../domain/exhibit';
import type { KnownCase } from '../../domain/evidence-state';

/** An exhibit as far as a reader may see it: whole, or only that there is a public version and that something was left out of it. */
export type VisibleExhibit =
  | { readonly extent: 'whole'; readonly exhibit: Exhibit }
  | { readonly extent: 'public-version'; readonly exhibit: Exhibit; readonly publicVersion: PublicVersion };

/** What a reader of some tiers may see of an exhibit; `undefined` when not even that it exists. */
export function visible(exhibit: Exhibit | undefined, tiers: ReadonlySet<Tier>): VisibleExhibit | undefined {
  if (!exhibit) return undefined;
  if (tiers.has(exhibit.tier)) return { extent: 'whole', exhibit };
  return exhibit.publicVersion && tiers.has('PUBLIC') ? { extent: 'public-version', exhibit, publicVersion: exhibit.publicVersion } : undefined;
}

/** Everything that a reader may see, in the order of acceptance. What is sealed is neither shown nor counted (I-43). */
export const visibleExhibits = ({ exhibits }: KnownCase, tiers: ReadonlySet<Tier>): readonly VisibleExhibit[] =>
  [...exhibits.values()].flatMap((exhibit) => visible(exhibit, tiers) ?? []);
