import type { CaseId } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';

/** The public events of a case as they were heard, kept whole: the content of a dossier is a function of them. */
export interface CaseMaterials {
  /** Keeps an event. One that is kept already stays as it is. */
  keep(event: PublicEvent): Promise<void>;
  of(caseId: CaseId): Promise<readonly PublicEvent[]>;
}
