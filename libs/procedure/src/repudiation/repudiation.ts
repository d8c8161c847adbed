import { refuse, type Instant, type PartyCode, type PersonId } from '@parley/kernel';
import type { Clocks } from '../deadlines/clocks';
import type { RepudiableAct } from '../rule-sets/rule-set';
import { repudiationRefusals } from './repudiation-refusals';

/** An act in a side's name that the side may repudiate, as it stands on record. */
export interface Deed {
  /** Unique in its part of the case and its side, such as `reply`, until it is repudiated. */
  readonly id: string;
  readonly kind: RepudiableAct;
  readonly party: PartyCode;
  readonly by: PersonId;
  /** When it was recorded. */
  readonly at: Instant;
  readonly isRepudiated: boolean;
}

/** An act as it comes on record. */
export const deed = (id: string, kind: RepudiableAct, party: PartyCode, by: PersonId, at: Instant): Deed => ({
  ...{ id, kind, party, by, at },
  isRepudiated: false,
});

/** The acts once a side has repudiated the one of its own with that id. */
export const withoutDeed = (deeds: readonly Deed[], id: string, party: PartyCode): readonly Deed[] =>
  deeds.map((each) => (each.id === id && each.party === party ? { ...each, isRepudiated: true } : each));

/** The event that records an act of a kind, from which its time is counted. */
const RECORDED = {
  filing: 'GrievanceFiled',
  reply: 'ReplyFiled',
  extension: 'ProposalSigned',
  suspension: 'ProposalSigned',
  'exit-notice': 'ExitNoticeGiven',
  'settlement-signature': 'SettlementTextSigned',
  'agreement-signature': 'AgreementSigned',
  'status-report': 'StatusReportGiven',
  verification: 'ObligationVerified',
  'later-date': 'DateMoved',
  'non-performance-notice': 'NonPerformanceNoticed',
} as const satisfies Record<RepudiableAct, string>;

/** I-67: why a side's own act is not repudiated any more, or never was to be. */
export function repudiationFault(own: Deed, receivedAt: Instant, clocks: Clocks) {
  if (own.isRepudiated) return refuse(repudiationRefusals.repudiatedAlready);
  if (!clocks.ruleSet.repudiation.acts.includes(own.kind)) return refuse(repudiationRefusals.notRepudiable, '/act');
  const { dueAt } = clocks.start('repudiation', { event: RECORDED[own.kind], at: own.at });
  return receivedAt < dueAt ? undefined : refuse(repudiationRefusals.repudiatedLate);
}
