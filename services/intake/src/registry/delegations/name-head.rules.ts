import { accept, refuse } from '@parley/kernel';
import { about, ended, placeBar } from './delegation-place.rules';
import { delegationRefusals as refusals } from './delegation-refusals.rules';
import {
  inForce,
  type DelegationEvent,
  type DelegationRecorded,
  type HeadNamed,
  type NamedHead,
  type NameHead,
  type Naming,
  type PartyRegister,
} from './delegations.rules';

/**
 * A side's co-head and an officer whom it sent to the registry name the head of its delegation together: each names the
 * same person by the same authority. With the head the two go on record themselves, where they have no delegation, so
 * that they can name another when the head is lost.
 */
export function nameHead(command: NameHead, register: PartyRegister) {
  const { by, party, register: own, receivedAt, office, personId, authority } = command;
  if (party !== own) return refuse(refusals.notOwnRegister);
  const lost = lostHead(command, register);
  if ('reason' in lost) return lost;
  const unfit = placeBar(register, personId, lost.head, receivedAt);
  if (unfit) return unfit;
  const head: NamedHead = { office, by, personId, authority, replaces: lost.head?.id ?? null };
  const [before, other] = [office, OTHER[office]].map((each) => register.named.find((named) => named.office === each));
  if (personId === by || personId === other?.by) return refuse(refusals.namesItself, '/personId');
  if (other && isSame(head, other)) {
    const recorded = theThree(command, register, [
      { office: other.office, by: other.by },
      { office, by },
    ]);
    const ending = lost.head ? [ended(lost.head, command, receivedAt, command.ids.head)] : [];
    return accept<DelegationEvent>(...recorded, ...ending);
  }
  if (before && isSame(head, before)) return refuse(refusals.namedAlready);
  return accept<HeadNamed>({ ...about(receivedAt), type: 'HeadNamed', data: { ...head, party } });
}

const OTHER = { cohead: 'registry', registry: 'cohead' } as const;

const isSame = (one: NamedHead, other: NamedHead): boolean =>
  one.personId === other.personId && one.authority === other.authority && one.replaces === other.replaces;

/** The delegation of the head who is lost; none while a side has no head. */
function lostHead({ replaces, receivedAt }: NameHead, { delegations }: PartyRegister) {
  const heads = delegations.filter((each) => each.scope === 'head' && inForce(each, receivedAt));
  if (replaces === undefined) return heads.length > 0 ? refuse(refusals.headInForce, '/replaces') : { head: undefined };
  const head = heads.find(({ id }) => id === replaces);
  if (!head) return refuse(refusals.unknownDelegation, '/replaces');
  return head.endsAt === null ? { head } : refuse(refusals.endedAlready, '/replaces');
}

/** The delegation of the head, and those of the two who named the head where they have none in force. */
function theThree(
  { by, receivedAt, register: party, personId, authority, ids }: NameHead,
  { delegations }: PartyRegister,
  namedBy: readonly Naming[],
): readonly DelegationRecorded[] {
  const naming = namedBy.filter(
    ({ by: person }) => !delegations.some((each) => each.personId === person && inForce(each, receivedAt)),
  );
  return [
    { id: ids.head, scope: 'head' as const, personId },
    ...naming.map(({ office, by: person }) => ({ id: ids[office], scope: office, personId: person })),
  ].map(({ id, scope, personId: person }) => ({
    ...about(receivedAt),
    type: 'DelegationRecorded',
    data: { delegationId: id, party, personId: person, scope, authority, from: receivedAt, by, namedBy },
  }));
}
