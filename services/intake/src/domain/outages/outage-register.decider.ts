import {
  accept,
  millisOf,
  plusMillis,
  refuse,
  type Decider,
  type Decision,
  type Instant,
  type PartyCode,
} from '@parley/kernel';
import type {
  DeclareByHeartbeat,
  OutageRegister,
  OutageRegisterCommand,
  ProposeOutage,
  RegisteredOutage,
  SignOutage,
} from './outage-register';
import type { OutageDeclared, OutageProposed, OutageRegisterEvent } from './outage-register-events';
import { refusals } from '../refusals';
import { outageRefusals } from './outage-refusals';

/** Proposals of one side that wait for the other's signature; one that waited for longer than this counts no more. */
const MOST_OPEN = 20;
const WAITING_MS = 90 * 24 * 60 * 60 * 1_000;
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

function declareByHeartbeat(
  { outageId, from, to, at }: DeclareByHeartbeat,
  register: OutageRegister,
): Decision<OutageDeclared> {
  if (register[outageId]?.declaredAt) return accept();
  return accept({
    type: 'OutageDeclared',
    occurredAt: at,
    rule: 'I-61',
    tier: 'PUBLIC',
    data: { outageId, from, to, declaredBy: 'heartbeat', signedBy: [] },
  });
}

function proposeOutage(
  { outageId, from, to, reason, digest, by, party, receivedAt }: ProposeOutage,
  register: OutageRegister,
): Decision<OutageProposed> {
  if (to <= from || to > receivedAt) return refuse(outageRefusals.outageInverted, '/to');
  if (millisOf(to) - millisOf(from) > LONGEST_MS) return refuse(outageRefusals.outageTooLong, '/to');
  // Each side may propose the same times in its own words: what one side proposed bars the other from nothing.
  const same = ofTimes(register, { from, to });
  if (same.some(({ declaredAt }) => declaredAt !== null)) return refuse(outageRefusals.outageDeclared);
  if (same.some(({ signedBy }) => signedBy.some((signature) => signature.party === party)))
    return refuse(outageRefusals.signedBySide);
  if (waitingOf(register, party, receivedAt) >= MOST_OPEN) return refuse(outageRefusals.tooManyOutages);
  return accept({
    type: 'OutageProposed',
    occurredAt: receivedAt,
    rule: 'I-61',
    tier: 'PUBLIC',
    data: { outageId, from, to, reason, digest, by, party },
  });
}

function signOutage(
  { outageId, digest, by, party, receivedAt }: SignOutage,
  register: OutageRegister,
): Decision<OutageDeclared> {
  const outage = register[outageId];
  if (!outage) return refuse(outageRefusals.unknownOutage);
  if (ofTimes(register, outage).some(({ declaredAt }) => declaredAt !== null))
    return refuse(outageRefusals.outageDeclared);
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

/** Everything in the register that lasted from the same instant to the same: one of them is declared, and no more. */
const ofTimes = (
  register: OutageRegister,
  { from, to }: Pick<RegisteredOutage, 'from' | 'to'>,
): readonly RegisteredOutage[] => Object.values(register).filter((outage) => outage.from === from && outage.to === to);

const waitingOf = (register: OutageRegister, party: PartyCode, at: Instant): number =>
  Object.values(register).filter(
    ({ declaredAt, proposedAt, signedBy }) =>
      declaredAt === null &&
      proposedAt !== null &&
      proposedAt > plusMillis(at, -WAITING_MS) &&
      signedBy.some((signature) => signature.party === party),
  ).length;

/** Total: an event that is not known leaves the register as it is. */
function evolveRegister(register: OutageRegister, event: OutageRegisterEvent): OutageRegister {
  switch (event.type) {
    case 'OutageProposed': {
      const { outageId, from, to, reason, digest, by, party } = event.data;
      return {
        ...register,
        [outageId]: {
          outageId,
          from,
          to,
          proposedAt: event.occurredAt,
          reason,
          digest,
          signedBy: [{ party, by }],
          declaredBy: null,
          declaredAt: null,
        },
      };
    }
    case 'OutageDeclared': {
      const { outageId, from, to, declaredBy, signedBy } = event.data;
      const before = register[outageId] ?? { outageId, from, to, proposedAt: null, reason: [], digest: null };
      return { ...register, [outageId]: { ...before, signedBy, declaredBy, declaredAt: event.occurredAt } };
    }
    default:
      return unknownEvent(event, register);
  }
}

const unknownEvent = (_event: never, register: OutageRegister): OutageRegister => register;
