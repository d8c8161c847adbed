import { commandIdOf } from '@parley/event-store';
import type { CaseId } from '@parley/kernel';
import type { Firing } from '@parley/processes';
import { carryInterim, carryTranslations, carryUrgency } from '../panel/panel.reaction';
import { silent } from '../deliberation/deliberation.rules';
import { secretsOfPanel, type DrawSecrets } from '../composition/draw-secret';
import type { PanelReviewRepositories } from '../panel/repositories';

const PROCESS = 'deadlines';

/**
 * Decides the default of a deadline. The command carries the secrets of the draws, in case a seat has to be drawn, and
 * what co-chairs laid down as an interim text, or the panel translated of its findings. An interim text, a translation
 * of all findings or a view of the urgency on which the members agreed in time beats the default, even if it was not
 * carried over yet (I-19).
 */
export async function fireDeadline(
  repositories: Pick<PanelReviewRepositories, 'panels' | 'deliberations'>,
  secrets: DrawSecrets,
  { timer, commandId }: Firing,
): Promise<void> {
  const caseId = timer.subject as CaseId;
  const cause = { kind: 'timer', id: timer.deadlineId } as const;
  if (timer.deadlineId === 'review') {
    await carryInterim(repositories, caseId, {
      process: PROCESS,
      cause,
      commandId: commandIdOf(timer.stream, `interim before ${timer.dueAt}`),
    });
  }
  if (timer.deadlineId === 'urgency-confirmation') {
    await carryUrgency(repositories, caseId, {
      process: PROCESS,
      cause,
      commandId: commandIdOf(timer.stream, `urgency before ${timer.dueAt}`),
    });
  }
  if (timer.deadlineId === 'certification') {
    await carryTranslations(repositories, caseId, {
      process: PROCESS,
      cause,
      commandId: commandIdOf(timer.stream, `translations before ${timer.dueAt}`),
    });
  }
  const { panels, deliberations } = repositories;
  const isSaidThere = timer.deadlineId === 'review' || timer.deadlineId === 'certification';
  const { laidDown, translations } = isSaidThere ? (await deliberations.read(caseId)).state : silent;
  const { state } = await panels.read(caseId);
  const drawSecrets = state.status === 'opened' ? await secretsOfPanel(secrets, state) : {};
  const command = {
    type: 'ExpireDeadline',
    deadlineId: timer.deadlineId,
    drawSecrets,
    laidDown,
    translations,
  } as const;
  await panels.proceed(caseId, command, { process: PROCESS, cause, commandId });
}
