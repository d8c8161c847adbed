import type { Amendment } from '../../domain/amendments/amendment';
import type { AmendmentShown } from './amendments.response';

export const showAmendment = ({
  id,
  kind,
  at,
  added,
  replaced,
  dropped,
  stage,
  answer,
}: Amendment): AmendmentShown => ({
  ...{ id, kind, amendedAt: at, added, replaced, dropped, stage },
  unanswered: answer === 'unanswered',
  counterStatements: answer === null || answer === 'unanswered' ? [] : answer.counterStatements,
});
