import type { RecordedEvent } from '@parley/event-store';
import type { CaseHistory, Step } from '../../simulation/history/case-history';
import type { DomainEvent } from '@parley/kernel';
import { ofEachCase } from './rule';

const EXCLUSIVE: readonly string[] = ['desk', 'registry', 'panel', 'cohead'];

/** Persons who acted in a part of a case in more than one capacity, or for more than one side. */
function inTwo(events: readonly RecordedEvent[], of: (actor: Extract<RecordedEvent['actor'], { kind: 'person' }>) => string): readonly string[] {
  const known = new Map<string, Set<string>>();
  for (const { actor } of events) {
    if (actor.kind !== 'person' || !EXCLUSIVE.includes(actor.role)) continue;
    known.set(actor.personId, (known.get(actor.personId) ?? new Set()).add(of(actor)));
  }
  return [...known].flatMap(([person, all]) => (all.size > 1 ? [`${person} acted as ${[...all].join(' and ')}`] : []));
}

const signing = ({ event }: Step<unknown, DomainEvent>): boolean => ['ChallengeDecisionSigned', 'FindingsCertified', 'DossierSigned'].includes(event.type);

/** Within a part of a case nobody acts in two capacities, and nobody signs the same kind of act for both sides. */
export const oneCapacity = ofEachCase('I-05', ({ panel, deliberation, referral }: CaseHistory) => [
  ...inTwo([...panel, ...deliberation].map(({ recorded }) => recorded), ({ role }) => role),
  ...signedForBoth(panel.filter(signing)),
  ...signedForBoth(referral.filter(signing)),
]);

/** One act: a challenge, the findings, a dossier. */
function signedForBoth(steps: readonly Step<unknown, DomainEvent>[]): readonly string[] {
  const acts = Map.groupBy(steps, ({ event }) => {
    const { challengeId, n } = event.data as { readonly challengeId?: string; readonly n?: number };
    return challengeId ?? (n === undefined ? 'findings' : `dossier ${String(n)}`);
  });
  return [...acts.values()].flatMap((signed) => inTwo(signed.map(({ recorded }) => recorded), ({ party }) => String(party)));
}
