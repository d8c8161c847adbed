import { ApiSchema } from '@nestjs/swagger';
import { refusals as accessRefusals } from '@parley/access';
import { Answer, ProblemError, Shown } from '@parley/http';
import { refuse } from '@parley/kernel';
import { notWritten } from '../../written-rows.http';
import { GrievanceRequest } from '../filing/grievance.request';
import { refusals } from '../refusals.rules';
import type { DraftRow, Saved } from './drafts.table';

@ApiSchema({ description: 'A draft of a grievance.' })
export class DraftShown {
  @Shown({ meaning: 'Id of the draft.', format: 'uuid' })
  readonly id: string;

  @Shown({ meaning: 'When it was last changed (UTC).', format: 'date-time' })
  readonly changedAt: string;

  @Shown({ meaning: 'The grievance as far as it is written.', type: () => GrievanceRequest })
  readonly grievance: GrievanceRequest;
}

/** The refusal for a desk that keeps as many drafts as it may. */
export const tooManyDrafts = () => refuse(refusals.tooManyDrafts);

/** The answer to a writing of a draft. @throws ProblemError when nothing was written */
export function answerOf(saved: Saved, status: 200 | 201): Answer<DraftShown> {
  switch (saved.kind) {
    case 'saved': {
      const location = status === 201 ? { location: `/v1/drafts/${saved.draft.draftId}` } : {};
      return new Answer(showDraft(saved.draft), { status, revision: saved.draft.revision, ...location });
    }
    case 'too-many':
      throw ProblemError.refused(tooManyDrafts());
    case 'not-found':
      throw ProblemError.refused(refuse(accessRefusals.notFound));
    default:
      throw notWritten(saved);
  }
}

export const showDraft = ({ draftId, grievance, changedAt }: DraftRow): DraftShown => ({
  id: draftId,
  changedAt: changedAt.toISOString(),
  grievance: grievance as GrievanceRequest,
});
