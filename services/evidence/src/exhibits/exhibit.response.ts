import { showDeadline } from '@parley/http';
import type { RunningDeadline } from '@parley/procedure';
import type { VisibleExhibit } from './file-exhibit';
import type { Exhibit, ExhibitNumber, PublicVersion } from './exhibit-commands.rules';
import { readersDeadline } from '../readers/readers-state.rules';
import type { Tombstone } from '../readers/readers.rules';
import type { ExhibitShown, PublicVersionShown } from './exhibits.response';
import { showSignature, type ReadersDecisionShown, type TombstoneShown } from '../readers/readers.response';
import { showLoan } from '../loans/loans.response';
import { showTranslation, showTranslationsDue } from '../translations/translations.response';

/** What else the reader sees of the case: other exhibits, what passes between the parties, and the clocks that run. */
export interface Surroundings {
  /**
   * Whether the reader reads what passes between the parties and the secretariat, such as a decision that the co-heads
   * have not made yet.
   */
  readonly betweenParties: boolean;
  /** Whether the reader reads more of the case than everybody does. */
  readonly ofCase: boolean;
  sees(number: ExhibitNumber): boolean;
  readonly running: Readonly<Record<string, RunningDeadline>>;
}

/**
 * An exhibit as its reader may see it. When its tier is not one of the reader's, that is the public version or the
 * tombstone.
 */
export function showExhibit(seen: VisibleExhibit, surroundings: Surroundings): ExhibitShown {
  const { number, party, tier, damage } = seen.exhibit;
  const shown = { number, party, tier, extent: seen.extent, ...NOTHING, ...pointersOf(seen.exhibit, surroundings) };
  switch (seen.extent) {
    case 'whole':
      return { ...shown, ...particularsOf(seen.exhibit, surroundings) };
    case 'public-version': {
      const damaged = damage['public-version'];
      return {
        ...shown,
        publicVersion: showPublicVersion(seen.publicVersion),
        damage: damaged ? [{ copy: damaged.copy, at: damaged.at }] : [],
      };
    }
    case 'tombstone':
      return { ...shown, tombstone: showTombstone(seen.tombstone) };
  }
}

type Particulars = Omit<ExhibitShown, 'number' | 'party' | 'tier' | 'extent' | 'corrects' | 'correctedBy' | 'answers'>;

const NOTHING: Particulars = {
  title: null,
  file: null,
  claims: null,
  acceptedAt: null,
  custody: null,
  publicVersion: null,
  writtenIn: null,
  translationsDue: null,
  translations: null,
  tombstone: null,
  readersDecision: null,
  loans: null,
  damage: [],
};

const particularsOf = (exhibit: Exhibit, { running, betweenParties, ofCase }: Surroundings): Particulars => ({
  title: [...exhibit.title],
  file: exhibit.file,
  claims: exhibit.claims,
  acceptedAt: exhibit.acceptedAt,
  custody: exhibit.custody.map((entry) => ({ ...entry, standing: entry.standing ?? null })),
  publicVersion: exhibit.publicVersion && showPublicVersion(exhibit.publicVersion),
  writtenIn: exhibit.writtenIn,
  translationsDue: showTranslationsDue(exhibit, running),
  translations: exhibit.translations.map(showTranslation),
  tombstone: showLast(exhibit.tombstones),
  readersDecision: betweenParties ? showDecision(exhibit, running) : null,
  loans: ofCase ? exhibit.loans.map((loan) => showLoan(exhibit.number, loan, { betweenParties, running })) : null,
  damage: Object.values(exhibit.damage).map(({ copy, at }) => ({ copy, at })),
});

/** Pointers only to exhibits that the reader may know of: any other would reveal one (I-43). */
const pointersOf = (
  { corrects, correctedBy, answers }: Exhibit,
  { sees, ofCase }: Surroundings,
): Pick<ExhibitShown, 'corrects' | 'correctedBy' | 'answers'> => ({
  corrects: corrects !== null && sees(corrects) ? corrects : null,
  answers: answers !== null && (answers.startsWith('request:') ? ofCase : sees(answers)) ? answers : null,
  correctedBy: correctedBy !== null && sees(correctedBy) ? correctedBy : null,
});

const showPublicVersion = ({ file, reason, filedAt, removals, checked }: PublicVersion): PublicVersionShown => ({
  file,
  reason,
  filedAt,
  removals,
  checked,
});

const showTombstone = ({ at, by, reason, from, to, digest }: Tombstone): TombstoneShown => ({
  at,
  by,
  reason,
  from,
  to,
  digest,
});

function showLast(tombstones: readonly Tombstone[]): TombstoneShown | null {
  const last = tombstones.at(-1);
  return last ? showTombstone(last) : null;
}

function showDecision({ number, decision }: Exhibit, running: Surroundings['running']): ReadersDecisionShown | null {
  const deadline = running[readersDeadline(number)];
  if (!decision || !deadline) return null;
  const { to, reason, digest, signatures } = decision;
  return { to, reason, digest, deadline: showDeadline(deadline), signatures: signatures.map(showSignature) };
}
