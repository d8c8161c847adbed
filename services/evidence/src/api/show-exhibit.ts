import type { RunningDeadline } from '@parley/procedure';
import type { VisibleExhibit } from '../application/reading/visible-exhibits';
import type { Exhibit, ExhibitNumber, PublicVersion } from '../domain/exhibit';
import type { ExhibitShown, PublicVersionShown } from './exhibit.response';
import { showTranslation, showTranslationsDue } from './show-translations';

/** What else its reader sees of the case: which other exhibits, and the clocks that run. */
export interface Surroundings {
  sees(number: ExhibitNumber): boolean;
  readonly running: Readonly<Record<string, RunningDeadline>>;
}

/** An exhibit as its reader may see it: of one whose tier is not the reader's, nothing but the public version. */
export function showExhibit(seen: VisibleExhibit, surroundings: Surroundings): ExhibitShown {
  const { number, party, tier } = seen.exhibit;
  const pointers = pointersOf(seen.exhibit, surroundings);
  if (seen.extent === 'whole') return { number, party, tier, extent: 'whole', ...particularsOf(seen.exhibit, surroundings), ...pointers };
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
    writtenIn: null,
    translationsDue: null,
    translations: null,
    ...pointers,
    damage: damageOf(seen.exhibit).filter(({ copy }) => copy === 'public-version'),
  };
}

type Particulars = Omit<ExhibitShown, 'number' | 'party' | 'tier' | 'extent' | 'corrects' | 'correctedBy'>;

const particularsOf = (exhibit: Exhibit, { running }: Surroundings): Particulars => ({
  title: [...exhibit.title],
  file: exhibit.file,
  claims: exhibit.claims,
  acceptedAt: exhibit.acceptedAt,
  custody: exhibit.custody,
  publicVersion: exhibit.publicVersion && showPublicVersion(exhibit.publicVersion),
  writtenIn: exhibit.writtenIn,
  translationsDue: showTranslationsDue(exhibit, running),
  translations: exhibit.translations.map(showTranslation),
  damage: damageOf(exhibit),
});

/** A pointer to an exhibit that its reader may not know of would tell of it (I-43). */
const pointersOf = ({ corrects, correctedBy }: Exhibit, { sees }: Surroundings): Pick<ExhibitShown, 'corrects' | 'correctedBy'> => ({
  corrects: corrects !== null && sees(corrects) ? corrects : null,
  correctedBy: correctedBy !== null && sees(correctedBy) ? correctedBy : null,
});

const showPublicVersion = ({ file, reason, filedAt }: PublicVersion): PublicVersionShown => ({ file, reason, filedAt });

const damageOf = ({ damage }: Exhibit) => Object.values(damage).map(({ copy, at }) => ({ copy, at }));
