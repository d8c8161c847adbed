import type { CaseId, Sha256, Text } from '@parley/kernel';
import type { ExhibitNumber } from '../exhibit';
import type { Act } from '../exhibit-commands';
import type { AssignmentId } from './loan';

type OfLoan = Act & { readonly number: ExhibitNumber; readonly assignment: AssignmentId };

/** The panel or the registry asks that an exhibit be lent to somebody whom the panel hears. */
export type AskForLoan = OfLoan & {
  readonly type: 'AskForLoan';
  readonly as: 'panel' | 'registry';
  readonly purpose: readonly Text[];
};

/** The party of the exhibit consents, and so lends it. */
export type ConsentToLoan = OfLoan & { readonly type: 'ConsentToLoan' };

export type SignLoan = OfLoan & {
  readonly type: 'SignLoan';
  readonly caseId: CaseId;
  /** As the co-head names it. */
  readonly digest: Sha256;
  readonly jws?: string;
  /** The rules now in force. */
  readonly ruleSetVersion: string;
};

export type EndLoan = OfLoan & { readonly type: 'EndLoan'; readonly as: 'desk' | 'panel' | 'registry' };

/** The review has ended: nobody is heard any more. */
export type NoteReviewEnd = { readonly type: 'NoteReviewEnd'; readonly at: Act['receivedAt'] };

export type LoanCommand = AskForLoan | ConsentToLoan | SignLoan | EndLoan;
