import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '@parley/access';
import { problemCatalogue, ProblemError } from '@parley/http';
import { CaseHistory } from '../application/case-history';
import { AuditApi } from './audit-api';

/** Lets callers to histories. One of a case that a caller may not see answers as one that does not exist (I-43). */
@Injectable()
export class HistoryGate {
  constructor(@Inject(AuditApi) private readonly audit: AuditApi) {}

  /**
   * What the caller may not know of is looked for as long as what is not there: once more after all that is recorded
   * has been heard. So who just filed finds the case, and the time that a 404 takes tells nothing.
   * @throws ProblemError 404
   */
  async open(caseId: string, caller: Caller): Promise<CaseHistory> {
    const history = await CaseHistory.of(this.audit.store, caseId, caller);
    if (history) return history;
    await this.audit.caughtUp();
    const late = await CaseHistory.of(this.audit.store, caseId, caller);
    if (!late) throw new ProblemError(problemCatalogue.notFound);
    return late;
  }
}
