import { readableTiers, type Caller, type CaseAccess } from '@parley/access';
import type { EventStore } from '@parley/event-store';
import type { PersonId } from '@parley/kernel';
import type { ExhibitEver } from '../../domain/completeness/exhibit-ever';
import type { Gap } from '../../domain/completeness/gap';
import { isFacts, textIn } from '../../domain/docket/read-facts';
import { CaseHistory, payloadJson } from '../case-history';

const person = (personId: string, party: string | null, role: 'desk' | 'registry' | 'panel'): Caller => ({
  kind: 'person',
  personId: personId as PersonId,
  party: party as Extract<Caller, { kind: 'person' }>['party'],
  roles: [role],
});

/** One reader of each kind that a case has: both desks, the registry, and a member of the panel if there is one. */
function readersOf({ parties, nominated }: CaseAccess): readonly (readonly [name: string, caller: Caller])[] {
  const [member] = nominated;
  return [
    ['complainant', person('check', parties.complainant, 'desk')],
    ['respondent', person('check', parties.respondent, 'desk')],
    ['registry', person('check', parties.complainant, 'registry')],
    ...(member === undefined ? [] : [['panel', person(member, null, 'panel')] as const]),
  ];
}

const SHOWS: readonly string[] = ['ExhibitAccepted', 'ReadersAdded'];
const BURIES: readonly string[] = ['ExhibitWithdrawn', 'ReadersTakenAway'];

/**
 * Reads the history as each kind of reader does and looks for every exhibit that the reader is entitled to, and for the
 * tombstone of every one that the reader could know of and that is gone.
 */
export async function exhibitsNotShown(
  store: EventStore,
  caseId: string,
  access: CaseAccess,
  exhibits: Iterable<ExhibitEver>,
): Promise<readonly Gap[]> {
  const gaps: Gap[] = [];
  const all = [...exhibits];
  for (const [reader, caller] of readersOf(access)) {
    const tiers = readableTiers(caller, access);
    const { shown, buried } = await seenBy(store, caseId, caller);
    for (const { number, tier, known, gone } of all) {
      if (!gone && tiers.has(tier) && !shown.has(number))
        gaps.push({ kind: 'exhibit-not-shown', subject: number, detail: reader, tier });
      if (gone && [...known].some((each) => tiers.has(each)) && !buried.has(number))
        gaps.push({ kind: 'tombstone-not-shown', subject: number, detail: reader, tier });
    }
  }
  return gaps;
}

async function seenBy(store: EventStore, caseId: string, caller: Caller) {
  const [shown, buried] = [new Set<string>(), new Set<string>()];
  const history = await CaseHistory.of(store, caseId, caller);
  if (!history) return { shown, buried };
  for await (const event of history.events()) {
    const data = payloadJson(event);
    if (!isFacts(data)) continue;
    if (SHOWS.includes(event.type)) shown.add(textIn(data, 'number'));
    if (BURIES.includes(event.type)) buried.add(textIn(data, 'number'));
  }
  return { shown, buried };
}
