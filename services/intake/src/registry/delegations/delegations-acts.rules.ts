import { accept, refuse, type Decider, type Instant, type PersonId } from '@parley/kernel';
import {
  inForce,
  delegationRefusals as refusals,
  type Delegation,
  type DelegationCommand,
  type DelegationEnded,
  type DelegationEvent,
  type EndDelegation,
  type PartyRegister,
  type RecordDelegation,
} from './delegations.rules';

/** A limit above the number of persons who speak for any party. */
const MOST_NOT_OVER = 200;

const about = (occurredAt: Instant) => ({ occurredAt, rule: 'credentials', tier: 'PARTIES' }) as const;

/**
 * Who speaks for a party. While no head is in force, any officer of the desk may keep the register. Otherwise only a
 * head may.
 */
export const delegationDecider: Decider<DelegationCommand, PartyRegister, DelegationEvent> = {
  initial: [],
  decide: (command, register) =>
    command.type === 'RecordDelegation' ? recordDelegation(command, register) : endDelegation(command, register),
  evolve,
};

function evolve(register: PartyRegister, event: DelegationEvent): PartyRegister {
  switch (event.type) {
    case 'DelegationRecorded': {
      const { delegationId: id, personId, scope, authority, from, by } = event.data;
      return [
        ...register,
        {
          id,
          personId,
          scope,
          authority,
          from,
          recordedBy: by,
          recordedAt: event.occurredAt,
          endsAt: null,
          replacedBy: null,
        },
      ];
    }
    case 'DelegationEnded': {
      const { delegationId, endsAt, replacedBy } = event.data;
      return register.map((each) => (each.id === delegationId ? { ...each, endsAt, replacedBy } : each));
    }
    default:
      return unknownEvent(event, register);
  }
}

export function recordDelegation(command: RecordDelegation, register: PartyRegister) {
  const {
    by,
    receivedAt,
    register: party,
    delegationId,
    personId,
    scope,
    authority,
    from = receivedAt,
    replaces,
  } = command;
  const bar = keepersBar(command, register);
  if (bar) return refuse(bar);
  if (from < receivedAt) return refuse(refusals.backdated, '/from');
  const replaced = replaces === undefined ? undefined : register.find(({ id }) => id === replaces);
  if (replaces !== undefined && !replaced) return refuse(refusals.unknownDelegation, '/replaces');
  if (replaced && replaced.endsAt !== null) return refuse(refusals.endedAlready, '/replaces');
  const others = register.filter((each) => !isOver(each, receivedAt) && each !== replaced);
  if (others.some((each) => each.personId === personId)) return refuse(refusals.delegatedAlready, '/personId');
  if (others.length >= MOST_NOT_OVER) return refuse(refusals.registerFull);
  const recorded: DelegationEvent = {
    ...about(receivedAt),
    type: 'DelegationRecorded',
    data: { delegationId, party, personId, scope, authority, from, by },
  };
  const events = replaced ? [recorded, ended(replaced, command, from, delegationId)] : [recorded];
  return losesItsHead(register, events.reduce(evolve, register), receivedAt)
    ? refuse(refusals.lastHead, '/scope')
    : accept<DelegationEvent>(...events);
}

export function endDelegation(command: EndDelegation, register: PartyRegister) {
  const { receivedAt, delegationId } = command;
  const bar = keepersBar(command, register);
  if (bar) return refuse(bar);
  const found = register.find(({ id }) => id === delegationId);
  if (!found) return refuse(refusals.unknownDelegation);
  if (found.endsAt !== null) return refuse(refusals.endedAlready);
  const event = ended(found, command, receivedAt, null);
  return losesItsHead(register, evolve(register, event), receivedAt)
    ? refuse(refusals.lastHead)
    : accept<DelegationEvent>(event);
}

/** The reason why a person may not keep the register. */
function keepersBar({ by, party, receivedAt, register: own }: DelegationCommand, register: PartyRegister) {
  if (party !== own) return refusals.notOwnRegister;
  const heads = register.filter((each) => each.scope === 'head' && inForce(each, receivedAt));
  return heads.length > 0 && !isAmong(heads, by) ? refusals.notTheHead : undefined;
}

/** True when the desk would lose its head at some instant from now on. */
function losesItsHead(before: PartyRegister, after: PartyRegister, now: Instant): boolean {
  const isHeaded = (register: PartyRegister, at: Instant): boolean =>
    register.some((each) => each.scope === 'head' && inForce(each, at));
  const turns = [...before, ...after].flatMap(({ from, endsAt }) => (endsAt === null ? [from] : [from, endsAt]));
  return [now, ...turns].some((at) => at >= now && isHeaded(before, at) && !isHeaded(after, at));
}

const isAmong = (delegations: readonly Delegation[], person: PersonId): boolean =>
  delegations.some(({ personId }) => personId === person);

const isOver = ({ endsAt }: Delegation, at: Instant): boolean => endsAt !== null && endsAt <= at;

/** A delegation that ends before it begins was never in force. */
const ended = (
  { id, personId, scope, from }: Delegation,
  { by, register: party, receivedAt }: DelegationCommand,
  endsAt: Instant,
  replacedBy: string | null,
): DelegationEnded => ({
  ...about(receivedAt),
  type: 'DelegationEnded',
  data: { delegationId: id, party, personId, scope, from, endsAt, replacedBy, by },
});

const unknownEvent = (_event: never, register: PartyRegister): PartyRegister => register;
