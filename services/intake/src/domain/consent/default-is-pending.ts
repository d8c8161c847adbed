import type { Instant } from '@parley/kernel';
import type { FiledCase } from '../case-state';
import { isProposalId } from './proposal';

/** True when a limit has run out whose default is not on record yet: it comes before what is done after it (I-18). */
export const defaultIsPending = ({ running }: FiledCase, at: Instant): boolean =>
  Object.values(running).some(({ id, dueAt }) => !isProposalId(id) && at >= dueAt);
