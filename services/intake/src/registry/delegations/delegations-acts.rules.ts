import { accept, refuse, type Decider, type Decision, type Instant } from '@parley/kernel';
import { delegationRefusals as refusals } from './delegation-refusals.rules';
import { about, ended, placeBar } from './delegation-place.rules';
import { keysAfter, registerKey, revokeKey } from '../keys/party-keys.rules';
import { keysOfWhoLeft } from '../keys/persons-keys.rules';
import { keepersBar } from './keeper.rules';
import { nameHead } from './name-head.rules';
import {
  inForce,
  NAMING_OFFICES,
  type DelegationCommand,
  type DelegationEvent,
  type EndDelegation,
  type EndRepudiatedDelegation,
  type PartyRegister,
  type RecordDelegation,
  type RegisterCommand,
  type RegisterEvent,
} from './delegations.rules';

/**
 * Who speaks for a party. Its co-head and an officer whom it sent to the registry name the first head of its delegation
 * together, and another in place of one who is lost. Everybody else is recorded by a head.
 */
export const delegationDecider: Decider<RegisterCommand, PartyRegister, RegisterEvent> = {
  initial: { delegations: [], named: [], keys: [] },
  decide(command, register) {
    switch (command.type) {
      case 'NameHead':
        return withTheirKeys(nameHead(command, register), command, register);
      case 'RecordDelegation':
        return withTheirKeys(recordDelegation(command, register), command, register);
      case 'EndDelegation':
        return withTheirKeys(endDelegation(command, register), command, register);
      case 'EndRepudiatedDelegation':
        return withTheirKeys(endRepudiated(command, register), command, register);
      case 'RegisterKey':
        return registerKey(command, register);
      case 'RevokeKey':
        return revokeKey(command, register);
    }
  },
  evolve,
};

/** With the delegation of a person end the keys that are that person's alone. */
function withTheirKeys(
  decision: Decision<DelegationEvent>,
  command: DelegationCommand,
  register: PartyRegister,
): Decision<RegisterEvent> {
  if (decision.kind === 'refused') return decision;
  const after = decision.events.reduce(evolve, register);
  const ends = decision.events.filter((event) => event.type === 'DelegationEnded');
  return accept<RegisterEvent>(...decision.events, ...ends.flatMap((each) => keysOfWhoLeft(each, after, command)));
}

function evolve(register: PartyRegister, event: RegisterEvent): PartyRegister {
  const { delegations, named } = register;
  switch (event.type) {
    case 'HeadNamed': {
      const { party: _, ...head } = event.data;
      return { ...register, named: [...named.filter(({ office }) => office !== head.office), head] };
    }
    case 'DelegationRecorded': {
      const { delegationId: id, personId, scope, authority, from, by, namedBy } = event.data;
      const recorded = { id, personId, scope, authority, from, recordedBy: by, recordedAt: event.occurredAt };
      return {
        ...register,
        delegations: [...delegations, { ...recorded, endsAt: null, replacedBy: null }],
        named: namedBy.length === 0 ? named : [],
      };
    }
    case 'DelegationEnded': {
      const { delegationId, endsAt, replacedBy } = event.data;
      return {
        ...register,
        delegations: delegations.map((each) => (each.id === delegationId ? { ...each, endsAt, replacedBy } : each)),
      };
    }
    case 'KeyRegistered':
    case 'KeyEnded':
      return { ...register, keys: keysAfter(register.keys, event) };
    default:
      return unknownEvent(event, register);
  }
}

export function recordDelegation(command: RecordDelegation, register: PartyRegister) {
  const { by, receivedAt, register: party, delegationId, personId, scope, authority, replaces } = command;
  const { from = receivedAt } = command;
  const bar = keepersBar(command, register);
  if (bar) return refuse(bar);
  if (from < receivedAt) return refuse(refusals.backdated, '/from');
  const replaced = replaces === undefined ? undefined : register.delegations.find(({ id }) => id === replaces);
  if (replaces !== undefined && !replaced) return refuse(refusals.unknownDelegation, '/replaces');
  if (replaced && replaced.endsAt !== null) return refuse(refusals.endedAlready, '/replaces');
  const unfit = placeBar(register, personId, replaced, receivedAt);
  if (unfit) return unfit;
  const recorded: DelegationEvent = {
    ...about(receivedAt),
    type: 'DelegationRecorded',
    data: { delegationId, party, personId, scope, authority, from, by, namedBy: [] },
  };
  const events = replaced ? [recorded, ended(replaced, command, from, delegationId)] : [recorded];
  return losesAnOffice(register, events.reduce(evolve, register), receivedAt)
    ? refuse(refusals.lastOfItsOffice, '/scope')
    : accept<DelegationEvent>(...events);
}

export function endDelegation(command: EndDelegation, register: PartyRegister) {
  const { receivedAt, delegationId } = command;
  const bar = keepersBar(command, register);
  if (bar) return refuse(bar);
  const found = register.delegations.find(({ id }) => id === delegationId);
  if (!found) return refuse(refusals.unknownDelegation);
  if (found.endsAt !== null) return refuse(refusals.endedAlready);
  const event = ended(found, command, receivedAt, null);
  return losesAnOffice(register, evolve(register, event), receivedAt)
    ? refuse(refusals.lastOfItsOffice)
    : accept<DelegationEvent>(event);
}

/** Even the last head goes: nobody acts on under a delegation whose act was repudiated (I-67). */
function endRepudiated(command: EndRepudiatedDelegation, { delegations }: PartyRegister) {
  const { personId, doneAt, receivedAt } = command;
  const under = delegations.filter(
    (each) => each.personId === personId && inForce(each, doneAt) && (each.endsAt === null || each.endsAt > receivedAt),
  );
  return accept<DelegationEvent>(...under.map((each) => ended(each, command, receivedAt, null)));
}

/**
 * True when a side would lose its last head, co-head or officer of the registry at some instant from now on. Without a
 * head nobody records anybody, and without the other two nobody names another head.
 */
function losesAnOffice(before: PartyRegister, after: PartyRegister, now: Instant): boolean {
  const turns = [...before.delegations, ...after.delegations].flatMap(({ from, endsAt }) =>
    endsAt === null ? [from] : [from, endsAt],
  );
  return [now, ...turns].some(
    (at) =>
      at >= now &&
      ['head', ...NAMING_OFFICES].some((scope) => {
        const isHeld = ({ delegations }: PartyRegister): boolean =>
          delegations.some((each) => each.scope === scope && inForce(each, at));
        return isHeld(before) && !isHeld(after);
      }),
  );
}

const unknownEvent = (_event: never, register: PartyRegister): PartyRegister => register;
