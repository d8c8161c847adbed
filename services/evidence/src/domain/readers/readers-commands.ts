import type { CaseId, Instant, Sha256 } from '@parley/kernel';
import type { ExhibitNumber, ExhibitTier } from '../exhibit';
import type { Act } from '../exhibit-commands';
import type { Readers, ReadersReason } from './readers';

export type WithdrawExhibit = Act & {
  readonly type: 'WithdrawExhibit';
  readonly number: ExhibitNumber;
  readonly reason: ReadersReason;
};

/** The party that designated an exhibit lets more read it. */
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
  /** As the co-head names it. */
  readonly digest: Sha256;
  readonly jws?: string;
  /** The rules now in force: those of a case that is not registered yet. */
  readonly ruleSetVersion: string;
  /** When it is carried out, where that is later than its receipt. */
  readonly effectiveAt?: Instant;
};

export type ReadersCommand = WithdrawExhibit | AddReaders | SignReadersDecision;
