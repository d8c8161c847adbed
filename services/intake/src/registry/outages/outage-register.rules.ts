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
import { commonRefusals } from '../../case/common-refusals.rules';
import { annulOutage } from './annul-outage.rules';
import { outageRefusals } from './outage-refusals.rules';
import type {
  DeclareByHeartbeat,
  OutageDeclared,
  OutageProposed,
  OutageRegister,
  OutageRegisterCommand,
  OutageRegisterEvent,
  ProposeOutage,
  RegisteredOutage,
  SignOutage,
} from './outages.rules';

/**
 * The most proposals of one side that wait for the other's signature. A proposal that has waited longer than
 * `WAITING_MS` does not count.
 */
const MOST_OPEN = 20;
const WAITING_MS = 90 * 24 * 60 * 60 * 1_000;
const LONGEST_MS = 31 * 24 * 60 * 60 * 1_000;

/** The register of outages. The heartbeat declares an outage alone, or both co-heads do over the same digest. */
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
      case 'AnnulOutage':
        return annulOutage(command, register);
    }
  },
  evolve: evolveRegister,
};

function declareByHeartbeat({ outageId, from, to, at }: DeclareByHeartbeat, register: OutageRegister) {
  if (register[outageId]?.declaredAt) return accept();
  return accept<OutageDeclared>({
    type: 'OutageDeclared',
    occurredAt: at,
    rule: 'I-61',
    tier: 'PUBLIC',
    data: { outageId, from, to, declaredBy: 'heartbeat', signedBy: [] },
  });
}

export function proposeOutage(
  { outageId, from, to, reason, digest, by, party, receivedAt }: ProposeOutage,
  register: OutageRegister,
) {
  if (to <= from || to > receivedAt) return refuse(outageRefusals.outageInverted, '/to');
  if (millisOf(to) - millisOf(from) > LONGEST_MS) return refuse(outageRefusals.outageTooLong, '/to');
  // Each side may propose the same times in its own words. A proposal of one side bars the other from nothing.
  const same = ofTimes(register, { from, to });
  const over = bar(same);
  if (over) return over;
  if (same.some(({ signedBy }) => signedBy.some((signature) => signature.party === party)))
    return refuse(outageRefusals.signedBySide);
  if (waitingOf(register, party, receivedAt) >= MOST_OPEN) return refuse(outageRefusals.tooManyOutages);
  return accept<OutageProposed>({
    type: 'OutageProposed',
    occurredAt: receivedAt,
    rule: 'I-61',
    tier: 'PUBLIC',
    data: { outageId, from, to, reason, digest, by, party },
  });
}

export function signOutage({ outageId, digest, by, party, receivedAt }: SignOutage, register: OutageRegister) {
  const outage = register[outageId];
  if (!outage) return refuse(outageRefusals.unknownOutage);
  const over = bar(ofTimes(register, outage));
  if (over) return over;
  if (outage.digest !== digest) return refuse(outageRefusals.outageDigest, '/digest');
  if (outage.signedBy.some((signature) => signature.party === party)) return refuse(outageRefusals.signedBySide);
  if (outage.signedBy.some((signature) => signature.by === by)) return refuse(commonRefusals.signsForBoth);
  const { from, to } = outage;
  return accept<OutageDeclared>({
    type: 'OutageDeclared',
    occurredAt: receivedAt,
    rule: 'I-61',
    tier: 'PUBLIC',
    data: { outageId, from, to, declaredBy: 'coheads', signedBy: [...outage.signedBy, { party, by }] },
  });
}

/** All outages in the register with the same beginning and the same end. At most one of them is declared. */
const ofTimes = (
  register: OutageRegister,
  { from, to }: Pick<RegisteredOutage, 'from' | 'to'>,
): readonly RegisteredOutage[] => Object.values(register).filter((outage) => outage.from === from && outage.to === to);

/** Why nobody declares an outage of the same times as these. */
function bar(same: readonly RegisteredOutage[]) {
  if (same.some(({ annulledAt }) => annulledAt !== null)) return refuse(outageRefusals.outageAnnulled);
  return same.some(({ declaredAt }) => declaredAt !== null) ? refuse(outageRefusals.outageDeclared) : undefined;
}

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
          ...{ declaredBy: null, declaredAt: null, annulledBy: [], annulledAt: null },
        },
      };
    }
    case 'OutageDeclared': {
      const { outageId, from, to, declaredBy, signedBy } = event.data;
      const before = register[outageId] ?? { outageId, from, to, proposedAt: null, reason: [], digest: null };
      const declared = { signedBy, declaredBy, declaredAt: event.occurredAt, annulledBy: [], annulledAt: null };
      return { ...register, [outageId]: { ...before, ...declared } };
    }
    case 'OutageAnnulmentSigned': {
      const { outageId, party, by } = event.data;
      const outage = register[outageId];
      return outage
        ? { ...register, [outageId]: { ...outage, annulledBy: [...outage.annulledBy, { party, by }] } }
        : register;
    }
    case 'OutageAnnulled': {
      const outage = register[event.data.outageId];
      return outage ? { ...register, [outage.outageId]: { ...outage, annulledAt: event.occurredAt } } : register;
    }
    default:
      return unknownEvent(event, register);
  }
}

const unknownEvent = (_event: never, register: OutageRegister): OutageRegister => register;
