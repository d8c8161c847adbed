import type { RecordedEvent } from '@parley/event-store';
import type { CaseHistory, Step } from '../../simulation/history/case-history';
import type { DomainEvent } from '@parley/kernel';
import { ofEachCase } from './rule';

const EXCLUSIVE: readonly string[] = ['desk', 'registry', 'panel', 'cohead'];

/** Persons who acted in a part of a case in more than one capacity, or for more than one side. */
function inTwo(
  events: readonly RecordedEvent[],
  of: (actor: Extract<RecordedEvent['actor'], { kind: 'person' }>) => string,
): readonly string[] {
  const known = new Map<string, Set<string>>();
  for (const { actor } of events) {
    if (actor.kind !== 'person' || !EXCLUSIVE.includes(actor.role)) continue;
    known.set(actor.personId, (known.get(actor.personId) ?? new Set()).add(of(actor)));
  }
  return [...known].flatMap(([person, all]) => (all.size > 1 ? [`${person} acted as ${[...all].join(' and ')}`] : []));
}

interface Signed {
  /** Which act was signed: a challenge, the findings, a dossier. */
  readonly challengeId?: string;
  readonly n?: number;
  /**
   * The signer. It is not the one who recorded it where the registry entered a signature that came by another channel.
   */
  readonly coHead?: string;
  readonly by?: string;
  readonly party: string;
}

const signing = ({ event }: Step<unknown, DomainEvent>): boolean =>
  ['ChallengeDecisionSigned', 'FindingsCertified', 'DossierSigned'].includes(event.type);

/** Within a part of a case nobody acts in two capacities, and nobody signs the same kind of act for both sides. */
export const oneCapacity = ofEachCase('I-05', ({ panel, deliberation, referral }: CaseHistory) => [
  ...inTwo(
    [...panel, ...deliberation].map(({ recorded }) => recorded),
    ({ role }) => role,
  ),
  ...signedForBoth(panel.filter(signing)),
  ...signedForBoth(referral.filter(signing)),
]);

/** Persons who signed one act for two sides, or who entered a signature of their own for the registry. */
function signedForBoth(steps: readonly Step<unknown, DomainEvent>[]): readonly string[] {
  const signatures = steps.map(({ event, recorded }) => ({ ...(event.data as Signed), actor: recorded.actor }));
  const acts = Map.groupBy(
    signatures,
    ({ challengeId, n }) => challengeId ?? (n === undefined ? 'findings' : `dossier ${String(n)}`),
  );
  const both = [...acts].flatMap(([act, signed]) =>
    [...Map.groupBy(signed, ({ coHead, by }) => coHead ?? by ?? 'nobody')].flatMap(([signer, all]) =>
      signer === 'nobody' || new Set(all.map(({ party }) => party)).size > 1
        ? [`${signer} signed ${act} for both sides`]
        : [],
    ),
  );
  const strange = signatures.flatMap(({ actor, coHead, by }) => {
    if (actor.kind !== 'person') return ['a signature that no person recorded'];
    const isSigner = actor.personId === (coHead ?? by);
    return isSigner === (actor.role === 'cohead')
      ? []
      : [`${actor.personId} recorded as ${actor.role} a signature of ${coHead ?? by ?? 'nobody'}`];
  });
  return [...both, ...strange];
}
