import type { CaseHistory, History, Step } from '../../simulation/history/case-history';
import type { DomainEvent } from '@parley/kernel';
import { actsInRegister, actsOfPersons, type PersonsAct } from './acts-of-persons';
import type { Rule } from './rule';

/**
 * Persons who acted as something else than in their first act of which the service knew. Acts at two services within
 * the moment that news takes can differ; what came first in time stands from then on.
 */
function inTwo(history: History, each: CaseHistory): readonly string[] {
  const acts = actsOfPersons(history, each);
  // Others hear of these under the id of the case, and take them for acts in it.
  const heardOf = actsInRegister(history, each);
  return [...Map.groupBy(acts, ({ person }) => person).values()].flatMap((own) =>
    own.flatMap((later, index) => {
      const known = own.slice(0, index).filter((first) => isKnown(each, first, later));
      const firsts = firstsOf(known, later.service);
      const isAsHeard = heardOf.some(
        (act) =>
          act.service !== later.service &&
          act.person === later.person &&
          act.as === later.as &&
          isKnown(each, act, later),
      );
      return firsts.length > 0 && firsts.every(({ as }) => as !== later.as) && !isAsHeard
        ? [`${later.person} acted as ${firsts[0]?.as ?? ''} and then as ${later.as} (${later.recorded.stream})`]
        : [];
    }),
  );
}

/** What came first in time. Of several at one instant nobody can say it, and a service goes by its own or by any. */
function firstsOf(known: readonly PersonsAct[], service: string): readonly PersonsAct[] {
  const at = known.map(({ recorded }) => recorded.recordedAt).toSorted()[0];
  const firsts = known.filter(({ recorded }) => recorded.recordedAt === at);
  const own = firsts.filter((each) => each.service === service).slice(0, 1);
  return own.length > 0 ? own : firsts;
}

/** What a service recorded itself it knows at once, and what another recorded as soon as it has heard of it. */
const isKnown = ({ heard }: CaseHistory, first: PersonsAct, later: PersonsAct): boolean =>
  first.service === later.service ||
  heard.some(({ by, event, at }) => by === later.service && tells(event, first) && at < later.recorded.recordedAt);

const tells = (
  { source, recordedat, sequence }: CaseHistory['told'][number],
  { service, recorded }: PersonsAct,
): boolean => source === `/parley/${service}` && recordedat === recorded.recordedAt && sequence === recorded.revision;

/** Nobody hears that somebody acted in a deliberation, and everybody of each other act. */
const untold = (history: History, each: CaseHistory): readonly string[] =>
  actsOfPersons(history, each).flatMap((act) =>
    (act.recorded.tier === 'DELIBERATION') === each.told.some((message) => tells(message, act))
      ? [
          `others were ${act.recorded.tier === 'DELIBERATION' ? '' : 'not '}told of ${act.recorded.type} by ${act.person}`,
        ]
      : [],
  );

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

/** Nobody acts in a case in two capacities, in whatever service, and nobody signs the same act for both sides. */
export const oneCapacity: Rule = {
  invariant: 'I-05',
  check: (history) =>
    history.cases.flatMap((each) =>
      [
        ...inTwo(history, each),
        ...untold(history, each),
        ...signedForBoth(each.panel.filter(signing)),
        ...signedForBoth(each.referral.filter(signing)),
        ...strangeConciliators(each),
      ].map((says) => `case ${each.caseId}: ${says}`),
    ),
};

/** Both conciliators are persons whom a side had named, and who accepted by themselves, each for another side. */
const strangeConciliators = ({ settlement }: CaseHistory): readonly string[] =>
  settlement.flatMap(({ event }, index) => {
    if (event.type !== 'ConciliatorsAppointed') return [];
    const { n } = event.data;
    const ofTry = settlement.slice(0, index).filter((each) => 'n' in each.event.data && each.event.data.n === n);
    const last = new Map<string, string>();
    for (const { event: each, recorded } of ofTry) {
      if (each.type === 'ConciliatorPicked') last.delete(each.data.party);
      const named = ofTry.some(
        ({ event: pick }) =>
          pick.type === 'ConciliatorPicked' && each.type === 'ConciliatorAccepted' && pick.data.person === each.data.by,
      );
      const own = recorded.actor.kind === 'person' && recorded.actor.role === 'conciliator';
      if (each.type === 'ConciliatorAccepted' && named && own && recorded.actor.personId === each.data.by)
        last.set(each.data.party, each.data.by);
    }
    return last.size === 2 && new Set(last.values()).size === 2
      ? []
      : [`conciliators ${String(n)} are not two persons`];
  });

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
