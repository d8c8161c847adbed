import {
  accept,
  canonicalJson,
  refuse,
  type Bilingual,
  type CaseId,
  type Decision,
  type DomainEvent,
  type Instant,
  type PartyCode,
  type PersonId,
  type RefusalReason,
  type Sha256,
} from '@parley/kernel';
import { sha256Text, standingOfSignature, type Clocks, type Happening, type SignatureOfText } from '@parley/procedure';
import type { Act, CaseState, FiledCase } from '../case-commands.rules';
import type { CaseEvent, MovesClocks } from '../case-events.rules';
import { commonRefusals, type RunningDeadline } from '../common-refusals.rules';
import { defaultIsPending } from '../consent/proposal.rules';
import { notWhileSuspended, type DecidersOf } from '../while-suspended.rules';
import { isParty } from './consultations.rules';
import { urgencyRefusals } from '../urgency/urgency.rules';

/**
 * A co-head signs a joint proposal, in both languages. Each sends the whole text, so that no draft is on record, which
 * one side could hold against the other.
 */
export type SignJointProposal = Act & { readonly type: 'SignJointProposal'; readonly text: Bilingual };

/** One co-head signed. The text is not on record until the other has signed the same. */
export type JointProposalSigned = DomainEvent<
  'JointProposalSigned',
  MovesClocks & { readonly party: PartyCode; readonly by: PersonId; readonly digest: Sha256 }
>;
/** The public fact that a proposal was put to both sides. */
export type JointProposalPut = DomainEvent<'JointProposalPut', MovesClocks>;
/** What was put to both sides, without prejudice (I-45). */
export type JointProposalServed = DomainEvent<
  'JointProposalServed',
  MovesClocks & { readonly text: Bilingual; readonly digest: Sha256 }
>;
/** The co-heads' time passed without both signatures. */
export type NoJointProposal = DomainEvent<'NoJointProposal', MovesClocks>;

export type JointProposalEvent = JointProposalSigned | JointProposalPut | JointProposalServed | NoJointProposal;

const EVENTS: readonly string[] = [
  'JointProposalSigned',
  'JointProposalPut',
  'JointProposalServed',
  'NoJointProposal',
] satisfies readonly JointProposalEvent['type'][];

export const isOfJointProposal = (event: CaseEvent): event is JointProposalEvent => EVENTS.includes(event.type);

/** What became of the co-heads' time for a joint proposal. */
export interface JointProposal {
  /** All of the side that signed first, until the other does. It may change its text; the last one counts. */
  readonly signatures: readonly SignatureOfText[];
  readonly put: { readonly at: Instant; readonly text: Bilingual; readonly digest: Sha256 } | null;
  /** When the time passed without a proposal. */
  readonly missedAt: Instant | null;
}

export const jointProposalRefusals = {
  jointProposalNotAsked: {
    code: 'joint-proposal-not-asked',
    rule: 'S5',
    en:
      'Consultations have not come to the co-heads, or both parties concluded them; a joint proposal is for what is ' +
      'left when they have.',
    'zh-Hans': '磋商尚未提交共同负责人，或双方已宣布结束；联合提案只针对提交后仍未解决的事项。',
  },
  jointProposalLate: {
    code: 'joint-proposal-late',
    rule: 'S5',
    en:
      'The time for a joint proposal has passed, and the record says that none was put; the parties may still ' +
      'conciliate.',
    'zh-Hans': '提出联合提案的期限已过，未提出一事已记录在案；双方仍可进行调解。',
  },
  jointProposalPut: {
    code: 'joint-proposal-put',
    rule: 'S5',
    en: 'A joint proposal was put to both sides; there is one in a case. The parties may conciliate on it.',
    'zh-Hans': '已向双方提出联合提案；一案只提出一次。双方可据此进行调解。',
  },
  jointProposalDiffers: {
    code: 'joint-proposal-differs',
    rule: 'I-04',
    status: 422,
    en: 'The other co-head has signed another text; agree on every letter of it in both languages, and sign that.',
    'zh-Hans': '另一名共同负责人签署的文本与此不同；请就两种语言的文本逐字商定后再签署。',
  },
  jointProposalTooOften: {
    code: 'joint-proposal-signed-too-often',
    rule: 'S5',
    en: 'The co-head of a side signs 20 texts of a joint proposal at most; sign the text of the other co-head.',
    'zh-Hans': '一方共同负责人最多签署 20 份联合提案文本；请签署另一名共同负责人的文本。',
  },
} as const satisfies Record<string, RefusalReason>;

const MOST_TEXTS_OF_A_SIDE = 20;

const BARRED = {
  'signed-already': urgencyRefusals.signedAlready,
  'signs-for-both': commonRefusals.signsForBoth,
  'too-often': jointProposalRefusals.jointProposalTooOften,
} as const;

/** SHA-256 over the canonical JSON of `{case, jointProposal}`: what both co-heads sign. Lower-case hexadecimal. */
export const jointProposalDigest = (caseId: CaseId, text: Bilingual): Sha256 =>
  sha256Text(canonicalJson({ case: caseId, jointProposal: text }));

export const jointProposalOf = (state: CaseState): JointProposal | undefined =>
  'exchange' in state ? state.exchange.consultations.joint : undefined;

/** The time for a joint proposal begins when S5 ends with its time. There is one in a case, put or not. */
export const timeForJointProposal = (
  escalated: Happening,
  state: FiledCase,
  clocks: Clocks,
): readonly RunningDeadline[] => {
  const { put = null, missedAt = null } = jointProposalOf(state) ?? {};
  return put || missedAt ? [] : [clocks.start('joint-proposal', escalated, 'joint-proposal')];
};

/**
 * S5: the co-heads, to whom the consultations have come, sign a joint proposal. With both signatures over the same
 * digest it is put to both sides at that instant (I-04). No clock of the screening waits for it.
 */
export function signJointProposal(command: SignJointProposal, state: FiledCase) {
  const { by, party, receivedAt } = command;
  if (!isParty(state, party)) return refuse(commonRefusals.notAParty);
  if (state.status === 'ended') return refuse(commonRefusals.screeningEnded);
  const joint = jointProposalOf(state);
  const bar = jointProposalBar(joint, receivedAt, state);
  if (!joint || bar) return refuse(bar ?? jointProposalRefusals.jointProposalNotAsked);
  const { text } = command;
  const digest = jointProposalDigest(state.caseId, text);
  const standing = standingOfSignature(joint.signatures, { party, by, digest }, MOST_TEXTS_OF_A_SIDE);
  if (standing === 'differs') return refuse(jointProposalRefusals.jointProposalDiffers, '/text');
  if (standing !== 'first' && standing !== 'both') return refuse(BARRED[standing]);
  const about = { occurredAt: receivedAt, rule: 'S5' } as const;
  const still = { opens: [], closes: [] };
  const signed: CaseEvent = {
    ...about,
    rule: 'I-04',
    tier: 'PARTIES',
    type: 'JointProposalSigned',
    data: { party, by, digest, ...still },
  };
  if (standing === 'first') return accept<CaseEvent>(signed);
  const closes = state.running['joint-proposal'] ? ['joint-proposal'] : [];
  return accept<CaseEvent>(
    signed,
    { ...about, tier: 'PUBLIC', type: 'JointProposalPut', data: { opens: [], closes } },
    { ...about, tier: 'DESKS', type: 'JointProposalServed', data: { text, digest, ...still } },
  );
}

/** They may put one from when the consultations have come to their level until their time is over. */
function jointProposalBar(joint: JointProposal | undefined, at: Instant, state: FiledCase) {
  if (joint?.put) return jointProposalRefusals.jointProposalPut;
  const due = state.running['joint-proposal'];
  if (joint?.missedAt || (due && at >= due.dueAt)) return jointProposalRefusals.jointProposalLate;
  if (defaultIsPending(state, at)) return commonRefusals.defaultPending;
  const atTheirLevel =
    state.status === 'registered' &&
    state.exchange.stage === 'consultations' &&
    state.exchange.consultations.level === 'coheads';
  return due || atTheirLevel ? undefined : jointProposalRefusals.jointProposalNotAsked;
}

/** The co-heads did not both sign one text in time. */
export const jointProposalByDefault = (expiry: Instant): Decision<CaseEvent> =>
  accept({
    type: 'NoJointProposal',
    occurredAt: expiry,
    rule: 'S5',
    tier: 'PUBLIC',
    data: { opens: [], closes: ['joint-proposal'] },
  });

/** A case after an event of the joint proposal. Total, as `evolve` is. */
export function withJointProposal<Case extends FiledCase>(file: Case, event: JointProposalEvent): Case {
  if (!('exchange' in file)) return file;
  const { consultations } = file.exchange;
  const joint = jointAfter(consultations.joint, event);
  return { ...file, exchange: { ...file.exchange, consultations: { ...consultations, joint } } };
}

function jointAfter(joint: JointProposal, event: JointProposalEvent): JointProposal {
  switch (event.type) {
    case 'JointProposalSigned': {
      const { party, by, digest } = event.data;
      return { ...joint, signatures: [...joint.signatures, { party, by, digest }] };
    }
    case 'JointProposalServed': {
      const { text, digest } = event.data;
      return { ...joint, put: { at: event.occurredAt, text, digest } };
    }
    case 'NoJointProposal':
      return { ...joint, missedAt: event.occurredAt };
    case 'JointProposalPut':
      return joint;
  }
}

export const jointProposalActs = {
  SignJointProposal: notWhileSuspended(signJointProposal),
} satisfies DecidersOf<SignJointProposal>;
