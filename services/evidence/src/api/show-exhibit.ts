import type { VisibleExhibit } from '../application/reading/visible-exhibits';
import type { Exhibit, PublicVersion } from '../domain/exhibit';
import type { ExhibitShown, PublicVersionShown } from './exhibit.response';

/** An exhibit as its reader may see it: of one whose tier is not the reader's, nothing but the public version. */
export function showExhibit(seen: VisibleExhibit): ExhibitShown {
  const { number, party, tier } = seen.exhibit;
  if (seen.extent === 'whole') return { number, party, tier, extent: 'whole', ...particularsOf(seen.exhibit) };
  return {
    number,
    party,
    tier,
    extent: 'public-version',
    title: null,
    file: null,
    claims: null,
    acceptedAt: null,
    custody: null,
    publicVersion: showPublicVersion(seen.publicVersion),
    damage: damageOf(seen.exhibit).filter(({ copy }) => copy === 'public-version'),
  };
}

const particularsOf = (exhibit: Exhibit): Omit<ExhibitShown, 'number' | 'party' | 'tier' | 'extent'> => ({
  title: [...exhibit.title],
  file: exhibit.file,
  claims: exhibit.claims,
  acceptedAt: exhibit.acceptedAt,
  custody: exhibit.custody,
  publicVersion: exhibit.publicVersion && showPublicVersion(exhibit.publicVersion),
  damage: damageOf(exhibit),
});

const showPublicVersion = ({ file, reason, filedAt }: PublicVersion): PublicVersionShown => ({ file, reason, filedAt });

const damageOf = ({ damage }: Exhibit) => Object.values(damage).map(({ copy, at }) => ({ copy, at }));
