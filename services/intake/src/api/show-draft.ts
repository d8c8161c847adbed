import { refusals as accessRefusals } from '@parley/access';
import { refuse } from '@parley/kernel';
import { Answer, entityTag, problemCatalogue, ProblemError } from '@parley/http';
import { refusals } from '../domain/refusals';
import type { DraftRow } from '../projections/draft.row';
import type { Saved } from '../projections/drafts';
import type { DraftShown } from './draft.response';
import type { GrievanceRequest } from './grievance.request';

/** The answer to what was written into a draft. @throws ProblemError when nothing was */
export function answerOf(saved: Saved, status: 200 | 201): Answer<DraftShown> {
  switch (saved.kind) {
    case 'saved': {
      const location = status === 201 ? { location: `/v1/drafts/${saved.draft.draftId}` } : {};
      return new Answer(showDraft(saved.draft), { status, revision: saved.draft.revision, ...location });
    }
    case 'too-many':
      throw ProblemError.refused(refuse(refusals.tooManyDrafts));
    case 'not-found':
      throw ProblemError.refused(refuse(accessRefusals.notFound));
    case 'key-reused':
      throw new ProblemError(problemCatalogue.idempotencyKeyReused);
    case 'stale':
      throw new ProblemError(problemCatalogue.stale, [], saved.revision < 0 ? {} : { etag: entityTag(saved.revision) });
  }
}

export const showDraft = ({ draftId, grievance, changedAt }: DraftRow): DraftShown => ({
  id: draftId,
  changedAt: changedAt.toISOString(),
  grievance: grievance as GrievanceRequest,
});
