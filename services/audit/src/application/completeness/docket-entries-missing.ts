import type { DocketEntry } from '../../domain/docket/docket-entry';
import { isFacts, textIn } from '../../domain/docket/read-facts';
import type { Gap } from '../../domain/completeness/gap';
import type { RecordedFact } from '../../domain/history/recorded-fact';

/** The entry that each public event of an exhibit has on the docket. */
const KINDS: Readonly<Record<string, string>> = {
  ExhibitAccepted: 'exhibit-accepted',
  PublicVersionFiled: 'public-version-filed',
  ExhibitWithdrawn: 'exhibit-withdrawn',
  ReadersAdded: 'readers-added',
  ReadersTakenAway: 'readers-taken-away',
};

/**
 * What is public of an exhibit stands on the docket of a registered case, as anybody reads it now.
 * @param facts of the evidence of the case
 * @param entries of its docket, as the read model has them
 */
export function docketEntriesMissing(facts: readonly RecordedFact[], entries: readonly DocketEntry[]): readonly Gap[] {
  const there = new Set(entries.map((entry) => `${entry.kind} ${textIn(entry.facts, 'exhibitNumber')}`));
  return facts.flatMap(({ type, tier, data }) => {
    const kind = KINDS[type];
    if (kind === undefined || tier !== 'PUBLIC' || !isFacts(data)) return [];
    const number = textIn(data, 'number');
    return there.has(`${kind} ${number}`)
      ? []
      : [{ kind: 'docket-entry-missing', subject: number, detail: kind, tier: 'PUBLIC' }];
  });
}
