import {
  accept,
  canonicalJson,
  refuse,
  type CaseId,
  type Decision,
  type DomainEvent,
  type Instant,
  type PartyCode,
  type PersonId,
  type RefusalReason,
  type Sha256,
  type Text,
} from '@parley/kernel';
import { sha256Text, type Clocks } from '@parley/procedure';
import type { Act, FiledCase } from '../case-commands.rules';
import type { CaseEvent, MovesClocks } from '../case-events.rules';
import { commonRefusals } from '../common-refusals.rules';
import { defaultIsPending } from '../consent/proposal.rules';
import { isParty } from '../consultations/consultations.rules';
import { notWhileSuspended, type DecidersOf } from '../while-suspended.rules';
import { leaveUrgentTrack } from './leave-urgent-track.rules';

/** One co-head signs the refusal of urgency. With the other's signature over the same digest it is refused. */
export type RefuseUrgency = Act & { readonly type: 'RefuseUrgency'; readonly digest: Sha256 };
/** The panel did not confirm that the case is urgent. The case learns this from the panel's public events. */
export type NoteUrgencyRefused = {
  readonly type: 'NoteUrgencyRefused';
  readonly at: Instant;
  /** `expiry` where its members were not of one view in time. */
  readonly kind: 'act' | 'expiry';
  readonly eventId: string;
};

export type UrgencyCommand = RefuseUrgency | NoteUrgencyRefused;

export type UrgencyRefusalSigned = DomainEvent<
  'UrgencyRefusalSigned',
  MovesClocks & { readonly by: PersonId; readonly party: PartyCode; readonly digest: Sha256 }
>;
/** The co-heads' time passed without both signatures: the urgent track is granted. */
export type UrgencyGranted = DomainEvent<'UrgencyGranted', MovesClocks>;
/** Nobody offered a call within the time for the first one. */
export type FirstCallMissed = DomainEvent<'FirstCallMissed', MovesClocks>;

export type UrgencyEvent = UrgencyRefusalSigned | UrgencyGranted | FirstCallMissed;

export const URGENCY_GROUNDS = ['perishable', 'irreversible', 'safety', 'incident'] as const;
export type UrgencyGround = (typeof URGENCY_GROUNDS)[number];

/** Why a filer holds its case to be urgent. */
export interface UrgencyClaim {
  readonly ground: UrgencyGround;
  readonly reasons: readonly Text[];
}

/** A co-head's signature under the refusal of urgency. */
export interface RefusalSignature {
  readonly by: PersonId;
  readonly party: PartyCode;
  readonly at: Instant;
}

/**
 * Claimed urgency holds from the claim on. It is granted unless both co-heads refuse it in time, or the panel does
 * later (I-25).
 */
export interface Urgency extends UrgencyClaim {
  readonly status: 'claimed' | 'granted' | 'refused';
  readonly signatures: readonly RefusalSignature[];
}

/** What a co-head signs: SHA-256 of the canonical JSON of case, claim and verdict. */
export const refusalDigest = (caseId: CaseId, { ground, reasons }: UrgencyClaim): Sha256 =>
  sha256Text(canonicalJson(refusalOf(caseId, { ground, reasons })));

/** The content that the digest is over. */
export const refusalOf = (caseId: CaseId, { ground, reasons }: UrgencyClaim) =>
  ({ case: caseId, urgency: { ground, reasons }, verdict: 'refused' }) as const;

/** Claimed urgency after an event. */
export function evolveUrgency(urgency: Urgency, event: UrgencyEvent): Urgency {
  switch (event.type) {
    case 'UrgencyRefusalSigned': {
      const { by, party } = event.data;
      return { ...urgency, signatures: [...urgency.signatures, { by, party, at: event.occurredAt }] };
    }
    case 'UrgencyGranted':
      return urgency.status === 'claimed' ? { ...urgency, status: 'granted' } : urgency;
    case 'FirstCallMissed':
      return urgency;
  }
}

export const urgencyRefusals = {
  notUrgent: {
    code: 'not-urgent',
    rule: 'urgent',
    en: 'Urgency was not claimed in this case.',
    'zh-Hans': '本案未主张紧急。',
  },

  urgencyDecided: {
    code: 'urgency-decided',
    rule: 'urgent',
    en:
      'Urgency was refused already, or the time to refuse it has passed and it is granted; the panel ' +
      'may still not confirm it.',
    'zh-Hans': '紧急程序已被拒绝，或拒绝期限已过而准予适用；专家组仍可不予确认。',
  },

  signedAlready: {
    code: 'signed-already',
    rule: 'I-04',
    en: 'The co-head of your side has signed; the other’s signature is awaited.',
    'zh-Hans': '贵方共同负责人已签署，尚待另一方签署。',
  },
} as const satisfies Record<string, RefusalReason>;

const REFUSED = { en: 'Both co-heads refused urgency.', 'zh-Hans': '双方共同负责人均拒绝适用紧急程序。' };
const NOT_CONFIRMED = { en: 'The panel did not confirm urgency.', 'zh-Hans': '专家组未确认紧急程序。' };

/**
 * Both co-heads refuse urgency within the time of the rules, each over the same digest (I-04). One signature alone
 * changes nothing.
 */
export function refuseUrgency(command: RefuseUrgency, state: FiledCase, clocks: Clocks) {
  const { by, party, receivedAt } = command;
  const { urgency } = state;
  if (!isParty(state, party)) return refuse(commonRefusals.notAParty);
  if (state.status === 'ended') return refuse(commonRefusals.screeningEnded);
  if (!urgency) return refuse(urgencyRefusals.notUrgent);
  const due = state.running['urgency-refusal'];
  if (urgency.status !== 'claimed' || !due || receivedAt >= due.dueAt) return refuse(urgencyRefusals.urgencyDecided);
  if (urgency.signatures.some((signature) => signature.party === party)) return refuse(urgencyRefusals.signedAlready);
  if (urgency.signatures.some((signature) => signature.by === by)) return refuse(commonRefusals.signsForBoth);
  const { digest } = command;
  if (digest !== refusalDigest(state.caseId, urgency)) return refuse(commonRefusals.digestDiffers, '/digest');
  if (defaultIsPending(state, receivedAt)) return refuse(commonRefusals.defaultPending);
  const isSecond = urgency.signatures.length > 0;
  const signed: CaseEvent = {
    type: 'UrgencyRefusalSigned',
    occurredAt: receivedAt,
    rule: 'I-04',
    tier: 'PARTIES',
    data: { by, party, digest, opens: [], closes: isSecond ? ['urgency-refusal'] : [] },
  };
  if (!isSecond) return accept<CaseEvent>(signed);
  return accept<CaseEvent>(
    signed,
    leaveUrgentTrack('urgency-refused', { event: 'UrgencyRefused', at: receivedAt }, REFUSED, state, clocks),
  );
}

/** The co-heads did not both refuse in time. */
export const urgencyByDefault = (expiry: Instant): Decision<CaseEvent> =>
  accept({
    type: 'UrgencyGranted',
    occurredAt: expiry,
    rule: 'urgent',
    tier: 'PARTIES',
    data: { opens: [], closes: ['urgency-refusal'] },
  });

/** The panel did not confirm urgency. The standard clocks start from that instant (I-25). */
export function noteUrgencyRefused(
  { at, kind }: NoteUrgencyRefused,
  state: FiledCase,
  clocks: Clocks,
): Decision<CaseEvent> {
  const goesOn = state.status === 'registered' || state.status === 'suspended';
  if (state.track !== 'urgent' || !goesOn) return accept();
  return accept(
    leaveUrgentTrack('urgency-not-confirmed', { event: 'UrgencyDecided', at, kind }, NOT_CONFIRMED, state, clocks),
  );
}

/** On the urgent track a call is to be offered soon. When none was, that is a public fact. */
export const firstCallByDefault = (expiry: Instant): Decision<CaseEvent> =>
  accept({
    type: 'FirstCallMissed',
    occurredAt: expiry,
    rule: 'urgent',
    tier: 'PUBLIC',
    data: { opens: [], closes: ['first-call'] },
  });

export const urgencyActs = {
  RefuseUrgency: notWhileSuspended(refuseUrgency),
} satisfies DecidersOf<RefuseUrgency>;
