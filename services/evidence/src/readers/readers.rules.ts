import {
  refuse,
  type CaseId,
  type Instant,
  type PartyCode,
  type PersonId,
  type RefusalReason,
  type Sha256,
} from '@parley/kernel';
import {
  REDACTION_REASONS,
  type Act,
  type ExhibitNumber,
  type ExhibitTier,
  type RedactionReason,
} from '../exhibits/exhibit-commands.rules';

export type WithdrawExhibit = Act & {
  readonly type: 'WithdrawExhibit';
  readonly number: ExhibitNumber;
  readonly reason: ReadersReason;
};

/** The designating party of an exhibit lets more people read it. */
export type AddReaders = Act & {
  readonly type: 'AddReaders';
  readonly number: ExhibitNumber;
  readonly to: ExhibitTier;
};

export type SignReadersDecision = Act & {
  readonly type: 'SignReadersDecision';
  readonly caseId: CaseId;
  readonly number: ExhibitNumber;
  readonly to: Readers;
  readonly reason: ReadersReason;
  /** The digest that the co-head names. */
  readonly digest: Sha256;
  /** The rules now in force; they count for a case that is not registered yet. */
  readonly ruleSetVersion: string;
};

export type ReadersCommand = WithdrawExhibit | AddReaders | SignReadersDecision;

/** Who reads an exhibit; nobody once it was withdrawn or taken from everybody. */
export type Readers = ExhibitTier | 'NOBODY';

export const READERS: readonly Readers[] = ['PUBLIC', 'PANEL', 'PARTIES', 'NOBODY'];

/**
 * Why an exhibit is withdrawn, or its readers are changed by the co-heads. It is a code, like the reason for what is
 * left out of a public version.
 */
export type ReadersReason = RedactionReason | 'filed-by-mistake' | 'replaced' | 'public-interest';

export const READERS_REASONS: readonly ReadersReason[] = [
  ...REDACTION_REASONS,
  'filed-by-mistake',
  'replaced',
  'public-interest',
];

/** What stays where readers were taken away (I-42): when it was done, who decided it, why, and whose reading ended. */
export interface Tombstone {
  readonly at: Instant;
  readonly by: 'its-party' | 'co-heads';
  readonly reason: ReadersReason;
  readonly from: ExhibitTier;
  readonly to: Readers;
  /** What both co-heads signed; `null` for a withdrawal by the party. */
  readonly digest: Sha256 | null;
}

/** A co-head's signature under a change of readers. */
export interface ReadersSignature {
  readonly coHead: PersonId;
  readonly party: PartyCode;
  readonly digest: Sha256;
  readonly receivedAt: Instant;
}

/** A change of readers that one co-head has signed and the other may sign until its time is up. */
export interface ReadersDecision {
  readonly to: Readers;
  readonly reason: ReadersReason;
  readonly digest: Sha256;
  readonly dueAt: Instant;
  readonly signatures: readonly ReadersSignature[];
}

/** For each tier, the tiers whose readers are all among its readers. */
const WITHIN: Readonly<Record<Readers, readonly Readers[]>> = {
  NOBODY: ['NOBODY'],
  PARTIES: ['NOBODY', 'PARTIES'],
  PANEL: ['NOBODY', 'PARTIES', 'PANEL'],
  PUBLIC: ['NOBODY', 'PARTIES', 'PANEL', 'PUBLIC'],
};

/** True when every reader of `some` is a reader of `all`. */
export const allAmong = (some: Readers, all: Readers): boolean => WITHIN[all].includes(some);

/** Why a change of an exhibit's readers is refused, and what may not be done with an exhibit that was taken back. */
export const readersRefusals = {
  exhibitWithdrawn: {
    code: 'exhibit-withdrawn',
    rule: 'I-42',
    en:
      'The exhibit was taken back, and a tombstone stands in its place: its bytes are not handed out, and ' +
      'nothing is added to it.',
    'zh-Hans': '该证物已被撤回，其位置留有注记：内容不再提供，亦不得再作补充。',
  },
  readersTakenAway: {
    code: 'readers-taken-away',
    rule: 'I-42',
    status: 422,
    en:
      'A party adds readers and takes none away. It may withdraw the exhibit; fewer readers take the ' +
      'signatures of both co-heads.',
    'zh-Hans': '当事方可增加读者，不得减少。当事方可撤回证物；减少读者须由双方共同负责人签署。',
  },
  readersDecided: {
    code: 'readers-decided',
    rule: 'I-42',
    en: 'The co-heads have taken readers away. Only both of them may add some again.',
    'zh-Hans': '共同负责人已减少该证物的读者，仅得由双方共同负责人再行增加。',
  },
  readersSame: {
    code: 'readers-same',
    rule: 'I-42',
    status: 422,
    en: 'These are its readers already.',
    'zh-Hans': '其读者范围本即如此。',
  },
  anotherDecision: {
    code: 'another-decision-pending',
    rule: 'I-04',
    en:
      'A co-head has signed another change of the readers of this exhibit. Sign that one, or ' +
      'wait until its time is up.',
    'zh-Hans': '一名共同负责人已签署对该证物读者范围的另一项变更。请签署该项变更，或待其期限届满。',
  },
  decisionDigestDiffers: {
    code: 'decision-digest-differs',
    rule: 'I-04',
    status: 422,
    en: 'The digest is not that of this change as it stands now. Read the draft again and sign its digest.',
    'zh-Hans': '该摘要值与此项变更的现行文本不符，请重新查阅草案并签署其摘要值。',
  },
  decisionTimePassed: {
    code: 'decision-time-passed',
    rule: 'I-42',
    en:
      'The time for the second signature has passed: the readers stay. A new decision may be begun ' +
      'once that is on record.',
    'zh-Hans': '第二签署的期限已过，读者范围保持不变。此情况载入记录后，可重新提出决定。',
  },
  notACoHead: {
    code: 'not-a-cohead',
    rule: 'I-04',
    status: 403,
    en: 'Only the co-heads whom the two parties appointed sign this.',
    'zh-Hans': '仅由双方指派的共同负责人签署。',
  },
  signsForBothSides: {
    code: 'signs-for-both-sides',
    rule: 'I-05',
    status: 403,
    en: 'One person cannot sign for both sides.',
    'zh-Hans': '同一人不得代表双方签署。',
  },
  sideHasSigned: {
    code: 'side-has-signed',
    rule: 'I-04',
    en: 'The co-head of this side has signed already.',
    'zh-Hans': '该方共同负责人已签署。',
  },
} as const satisfies Record<string, RefusalReason>;

interface Signer {
  readonly by: PersonId;
  readonly party: PartyCode;
  readonly receivedAt: Instant;
}

/**
 * Why a co-head may not add a signature: the same person has signed for the other side, the same side has signed, or
 * the time is up.
 * @param end of that time; `undefined` while it does not run
 */
export function signatureFault(
  { by, party, receivedAt }: Signer,
  signatures: readonly ReadersSignature[],
  end: Instant | undefined,
) {
  if (signatures.some((signature) => signature.coHead === by && signature.party !== party))
    return refuse(readersRefusals.signsForBothSides);
  if (signatures.some((signature) => signature.party === party)) return refuse(readersRefusals.sideHasSigned);
  return end !== undefined && receivedAt >= end ? refuse(readersRefusals.decisionTimePassed) : undefined;
}
