import { readableTiers, type Caller, type CaseAccess } from '@parley/access';
import type { RecordedEvent } from '@parley/event-store';
import type { CaseParties, PartyCode, Tier } from '@parley/kernel';

/** What somebody reads of a case. */
export interface Sight {
  readonly tiers: ReadonlySet<Tier>;
  /**
   * Whose filings: what a party lays before the registry alone is for it and that party, whichever of the two it is.
   */
  readonly filers: ReadonlySet<PartyCode>;
}

export const BLIND: Sight = { tiers: new Set(), filers: new Set() };

export function sightOf(caller: Caller, access: CaseAccess): Sight {
  const { complainant, respondent } = access.parties;
  const filers = [complainant, respondent].filter((filer) => readableTiers(caller, { ...access, filer }).has('FILER'));
  return { tiers: readableTiers(caller, access), filers: new Set(filers) };
}

/** Whether an event of the case is among what somebody reads of it. */
export const sees = (
  { tiers, filers }: Sight,
  { tier, actor }: Pick<RecordedEvent, 'tier' | 'actor'>,
  { complainant }: CaseParties,
): boolean => (tier === 'FILER' ? filers.has(filerOf(actor) ?? complainant) : tiers.has(tier));

/** The party whose desk did it; nobody's where a process did, or the registry. */
const filerOf = (actor: RecordedEvent['actor']): PartyCode | null =>
  actor.kind === 'person' && actor.role === 'desk' ? actor.party : null;
