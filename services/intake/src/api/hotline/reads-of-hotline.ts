import type { CaseId } from '@parley/kernel';
import type { Hotline } from '../../domain/hotline/hotline';

/** Under what a read of a request is logged: its case; where there is none, the request itself. */
export const aboutOf = ({ caseId, hotlineId }: Hotline): CaseId => caseId ?? (hotlineId as CaseId);

/** The thing that was read, in the log of reads. */
export const subjectOf = ({ hotlineId }: Hotline): string => `hotline:${hotlineId}`;
