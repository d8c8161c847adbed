import { problemCatalogue, ProblemError, type CasesByNumber } from '@parley/http';
import type { CaseId } from '@parley/kernel';
import type { Services } from '../routes/routes-of-services';
import { askService } from './ask-service';

/** The cases by their numbers, as the docket has them. @throws ProblemError 503 when it does not answer */
export const casesOfDocket =
  ({ audit }: Pick<Services, 'audit'>): CasesByNumber =>
  async (docketNumber) => {
    try {
      const path = `/v1/docket/${docketNumber}?limit=1`;
      return (await askService<{ readonly line: { readonly caseId: CaseId } }>(audit, { path })).line.caseId;
    } catch (error) {
      if (error instanceof ProblemError && error.kind.code === problemCatalogue.notFound.code) return undefined;
      throw error;
    }
  };
