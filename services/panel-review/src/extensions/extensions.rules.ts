import {
  canonicalJson,
  type Bilingual,
  type CaseId,
  type DomainEvent,
  type Instant,
  type PartyCode,
  type PersonId,
  type RefusalReason,
  type Sha256,
} from '@parley/kernel';
import { extensionRefusals as clockRefusals, sha256Text, type MovesClocks } from '@parley/procedure';
import { withCapacity } from '../composition/composition.rules';
import type { RecordedPanel } from '../panel/panel-state.rules';

export type ExtensionProposed = DomainEvent<
  'ExtensionProposed',
  MovesClocks & {
    readonly extensionId: string;
    readonly deadline: string;
    readonly clock: string;
    readonly by: number;
    readonly reason: Bilingual;
    readonly signatories: Signatories;
    readonly proposedBy: PartyCode;
    readonly proposer: PersonId;
    readonly digest: Sha256;
  }
>;

/** The other signed over the same digest. The deadline ends later, and keeps its first date and the reason (I-64). */
export type DeadlineExtended = DomainEvent<
  'DeadlineExtended',
  MovesClocks & {
    readonly extensionId: string;
    readonly deadline: string;
    readonly by: 'consent' | 'joint-decision';
    readonly signer: PersonId;
    readonly party: PartyCode;
  }
>;

export type ExtensionEvent = ExtensionProposed | DeadlineExtended;

/**
 * The two signatures that an extension needs: the parties' own, or those of the co-heads, who decide jointly (I-20).
 */
export type Signatories = 'parties' | 'coheads';

/** A proposal that a running deadline of the panel end later. It lapses with the deadline. */
export interface ExtensionProposal {
  /** `extension:1`, `extension:2` … */
  readonly id: string;
  readonly deadline: string;
  /** In the deadline's own unit. */
  readonly by: number;
  /** Shown to the public in both languages at once (I-57, I-64). */
  readonly reason: Bilingual;
  readonly signatories: Signatories;
  readonly proposedBy: PartyCode;
  readonly proposer: PersonId;
  readonly proposedAt: Instant;
  readonly digest: Sha256;
  /** The instant at which the other signed; `null` before that. */
  readonly signedAt: Instant | null;
}

/** What both sign: the SHA-256 of the canonical JSON of case, proposal, signatories, deadline, length and reason. */
export const extensionDigest = (
  caseId: CaseId,
  {
    id,
    signatories,
    deadline,
    by,
    reason,
  }: Pick<ExtensionProposal, 'id' | 'signatories' | 'deadline' | 'by' | 'reason'>,
): Sha256 => sha256Text(canonicalJson({ case: caseId, extension: id, signatories, deadline, by, reason }));

function extensionProposed(state: RecordedPanel, { data, occurredAt: proposedAt }: ExtensionProposed): RecordedPanel {
  const { extensionId: id, opens: _opens, closes: _closes, ...proposal } = data;
  const role = proposal.signatories === 'parties' ? 'desk' : 'cohead';
  return withCapacity(
    { ...state, extensions: [...state.extensions, { id, ...proposal, proposedAt, signedAt: null }] },
    proposal.proposer,
    role,
  );
}

/** Marks the proposal as signed. The event itself opened the deadline anew with its later end. */
function deadlineExtended(
  state: RecordedPanel,
  { data: { extensionId, by, signer }, occurredAt: signedAt }: DeadlineExtended,
): RecordedPanel {
  const extensions = state.extensions.map((proposal) =>
    proposal.id === extensionId ? { ...proposal, signedAt } : proposal,
  );
  return withCapacity({ ...state, extensions }, signer, by === 'consent' ? 'desk' : 'cohead');
}

export const withExtensionEvent = (state: RecordedPanel, event: ExtensionEvent): RecordedPanel =>
  event.type === 'ExtensionProposed' ? extensionProposed(state, event) : deadlineExtended(state, event);

/** Refusals about the extension of a deadline of the panel (I-20). */
export const extensionRefusals = {
  extensionAfterExpiry: clockRefusals.expired,
  clockNotExtendable: clockRefusals.notExtendable,
  extensionTooLong: clockRefusals.tooMuch,
  extensionPastEvidence: {
    code: 'extension-past-evidence',
    rule: 'I-70',
    en: 'An answer to the panel is due by the last day for evidence. Extend the time for evidence first.',
    'zh-Hans': '对专家组的答复须在举证截止日前提交；请先延长举证期。',
  },
  noSuchDeadline: {
    code: 'no-such-deadline',
    rule: 'I-20',
    status: 404,
    en: 'No such deadline of the panel runs.',
    'zh-Hans': '专家组没有该项进行中的期限。',
  },
  unknownExtension: {
    code: 'unknown-extension',
    rule: 'I-20',
    status: 404,
    en: 'There is no such proposal of an extension.',
    'zh-Hans': '没有该项延期提议。',
  },
  extensionProposed: {
    code: 'extension-proposed',
    rule: 'I-20',
    en: 'This side has proposed the same already.',
    'zh-Hans': '该方已提出相同提议。',
  },
  tooManyExtensions: {
    code: 'too-many-extensions',
    rule: 'I-20',
    en: 'A panel takes at most 100 proposals of extensions.',
    'zh-Hans': '专家组至多受理一百项延期提议。',
  },
  extensionSigned: {
    code: 'extension-signed',
    rule: 'I-20',
    en: 'Both have signed this extension.',
    'zh-Hans': '双方均已签署该项延期。',
  },
  signedByOthers: {
    code: 'signed-by-others',
    rule: 'I-20',
    status: 403,
    en: 'What the parties propose the other party signs; what a co-head proposes, the other co-head.',
    'zh-Hans': '当事方提出的由另一方签署；共同负责人提出的由另一名共同负责人签署。',
  },
} as const satisfies Record<string, RefusalReason>;
