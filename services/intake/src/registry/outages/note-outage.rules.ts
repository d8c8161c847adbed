import {
  accept,
  millisOf,
  plusMillis,
  refuse,
  type Bilingual,
  type Decider,
  type Decision,
  type Instant,
  type PartyCode,
} from '@parley/kernel';
import { endsInOutage, type Clocks, type Outage } from '@parley/procedure';
import type { FiledCase } from '../../case/case-commands.rules';
import type { CaseEvent } from '../../case/case-events.rules';
import { evolve } from '../../case/case-state.rules';
import { commonRefusals, isCounted, type RunningDeadline } from '../../case/common-refusals.rules';
import { countedByOutage } from '../../case/late-entries/late-entries.rules';
import type { NoteServiceOutage } from '../notices/notices.rules';
import type { ServiceState, ServiceTimesMoved } from '../notices/service.rules';
import { outageRefusals } from './outage-refusals.rules';
import type {
  DeclareByHeartbeat,
  DeclaredBy,
  NoteOutage,
  OutageDeclared,
  OutageNoted,
  OutageProposed,
  OutageRegister,
  OutageRegisterCommand,
  OutageRegisterEvent,
  ProposeOutage,
  RegisteredOutage,
  SignOutage,
} from './outages.rules';

/**
 * Moves limits that ended in an outage to the end of the next joint business day after it (I-61). A case in which no
 * limit of any context ended records nothing.
 */
export function noteOutage(
  { outageId, from, to, declaredBy, elsewhere, at }: NoteOutage,
  state: FiledCase,
  clocks: Clocks,
): Decision<CaseEvent> {
  const outage = { from, to };
  const reason = REASONS[declaredBy];
  const opens = Object.values(state.running).flatMap(
    (deadline) => moved(deadline, outage, { at, reason }, clocks) ?? [],
  );
  const counted = countedByOutage(outage, at, state, clocks, evolveFiled);
  if (opens.length === 0 && !elsewhere) return accept(...counted);
  const noted: OutageNoted = {
    type: 'OutageNoted',
    occurredAt: at,
    rule: 'I-61',
    tier: isPublic(state) ? 'PUBLIC' : 'PARTIES',
    data: { outageId, from, to, declaredBy, reason, opens, closes: [] },
  };
  return accept<CaseEvent>(noted, ...counted);
}

/** An event in a filed case leaves it filed. */
const evolveFiled = (state: FiledCase, event: CaseEvent): FiledCase => evolve(state, event) as FiledCase;

/** A case that has a docket number is public. */
const isPublic = (state: FiledCase): boolean => 'registration' in state;

function moved(
  deadline: RunningDeadline,
  outage: Outage,
  made: Parameters<Clocks['moveByOutage']>[2],
  clocks: Clocks,
): RunningDeadline | undefined {
  if (isCounted(deadline)) return clocks.moveByOutage(deadline, outage, made);
  if (!endsInOutage(deadline, outage)) return undefined;
  const { dueAt, arithmetic } = clocks.endAfterOutage(deadline, outage);
  return { ...deadline, dueAt, arithmetic };
}

const REASONS: Readonly<Record<DeclaredBy, Bilingual>> = {
  heartbeat: {
    en: 'Outage of the secretariat’s system, declared by its own heartbeat.',
    'zh-Hans': '秘书处系统中断，由系统自身的运行记录宣告。',
  },
  coheads: {
    en: 'Outage of the secretariat’s system, declared by both co-heads.',
    'zh-Hans': '秘书处系统中断，由两名共同负责人宣告。',
  },
};

const REASON = { en: 'Declared outage of the secretariat’s system.', 'zh-Hans': '已宣告的秘书处系统中断。' };

/**
 * Times of retrieval that ended in an outage end later, as every other limit (I-61). No party failed to take what it
 * could not reach.
 */
export function noteServiceOutage(
  { from, to, at }: NoteServiceOutage,
  state: ServiceState,
  clocks: Clocks,
): Decision<ServiceTimesMoved> {
  const opens = Object.values(state.running).flatMap(
    (deadline) => clocks.moveByOutage(deadline, { from, to }, { at, reason: REASON }) ?? [],
  );
  if (opens.length === 0) return accept();
  return accept({
    type: 'ServiceTimesMoved',
    occurredAt: at,
    rule: 'I-61',
    tier: 'PARTIES',
    data: { from, to, opens, closes: [] },
  });
}

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
  if (same.some(({ declaredAt }) => declaredAt !== null)) return refuse(outageRefusals.outageDeclared);
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
  if (ofTimes(register, outage).some(({ declaredAt }) => declaredAt !== null))
    return refuse(outageRefusals.outageDeclared);
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
