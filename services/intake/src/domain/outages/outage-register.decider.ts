import { accept, millisOf, refuse, type Decider, type Decision } from '@parley/kernel';
import type { DeclareByHeartbeat, OutageRegister, OutageRegisterCommand, ProposeOutage, SignOutage } from './outage-register';
import type { OutageDeclared, OutageProposed, OutageRegisterEvent } from './outage-register-events';
import { refusals } from '../refusals';
import { outageRefusals } from './outage-refusals';

const LONGEST_MS = 31 * 24 * 60 * 60 * 1_000;

/** The register of outages: declared by the heartbeat alone, or by both co-heads over the same digest. */
export const outageRegisterDecider: Decider<OutageRegisterCommand, OutageRegister, OutageRegisterEvent> = {
  initial: {},
  decide(command, register): Decision<OutageRegisterEvent> {
    switch (command.type) {
      case 'DeclareByHeartbeat':
        return declareByHeartbeat(command, register);
      case 'ProposeOutage':
        return proposeOutage(command, register);
      case 'SignOutage':
        return signOutage(command, register);
    }
  },
  evolve: evolveRegister,
};

function declareByHeartbeat({ outageId, from, to, at }: DeclareByHeartbeat, register: OutageRegister): Decision<OutageDeclared> {
  if (register[outageId]?.declaredAt) return accept();
  return accept({ type: 'OutageDeclared', occurredAt: at, rule: 'I-61', tier: 'PUBLIC', data: { outageId, from, to, declaredBy: 'heartbeat', signedBy: [] } });
}

function proposeOutage({ outageId, from, to, reason, digest, by, party, receivedAt }: ProposeOutage, register: OutageRegister): Decision<OutageProposed> {
  if (to <= from || to > receivedAt) return refuse(outageRefusals.outageInverted, '/to');
  if (millisOf(to) - millisOf(from) > LONGEST_MS) return refuse(outageRefusals.outageTooLong, '/to');
  if (register[outageId]) return refuse(outageRefusals.signedBySide);
  return accept({ type: 'OutageProposed', occurredAt: receivedAt, rule: 'I-61', tier: 'PUBLIC', data: { outageId, from, to, reason, digest, by, party } });
}

function signOutage({ outageId, digest, by, party, receivedAt }: SignOutage, register: OutageRegister): Decision<OutageDeclared> {
  const outage = register[outageId];
  if (!outage) return refuse(outageRefusals.unknownOutage);
  if (outage.declaredAt !== null) return refuse(outageRefusals.outageDeclared);
  if (outage.digest !== digest) return refuse(outageRefusals.outageDigest, '/digest');
  if (outage.signedBy.some((signature) => signature.party === party)) return refuse(outageRefusals.signedBySide);
  if (outage.signedBy.some((signature) => signature.by === by)) return refuse(refusals.signsForBoth);
  const { from, to } = outage;
  return accept({
    type: 'OutageDeclared',
    occurredAt: receivedAt,
    rule: 'I-61',
    tier: 'PUBLIC',
    data: { outageId, from, to, declaredBy: 'coheads', signedBy: [...outage.signedBy, { party, by }] },
  });
}

/** Total: an event that is not known leaves the register as it is. */
function evolveRegister(register: OutageRegister, event: OutageRegisterEvent): OutageRegister {
  switch (event.type) {
    case 'OutageProposed': {
      const { outageId, from, to, reason, digest, by, party } = event.data;
      return { ...register, [outageId]: { outageId, from, to, reason, digest, signedBy: [{ party, by }], declaredBy: null, declaredAt: null } };
    }
    case 'OutageDeclared': {
      const { outageId, from, to, declaredBy, signedBy } = event.data;
      const before = register[outageId] ?? { outageId, from, to, reason: [], digest: null };
      return { ...register, [outageId]: { ...before, signedBy, declaredBy, declaredAt: event.occurredAt } };
    }
    default:
      return unknownEvent(event, register);
  }
}

const unknownEvent = (_event: never, register: OutageRegister): OutageRegister => register;
