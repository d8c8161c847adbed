import { commandIdOf } from '@parley/event-store';
import type { CaseId } from '@parley/kernel';
import type { Firing } from '@parley/processes';
import { carryInterim, carryUrgency } from '../panel/panel.reaction';
import { drawSecret } from '../composition/draw-secret';
import type { PanelDesk } from '../panel/panel-desk';

const PROCESS = 'deadlines';

/**
 * Decides what silence does. The command carries what opens the commitment, should a seat have to be drawn. A text, or
 * a word on the urgency, on which the members agreed in time beats the default though nobody had carried it over yet
 * (I-19).
 */
export async function fireDeadline(
  desk: PanelDesk,
  derivationKey: Uint8Array,
  { timer, commandId }: Firing,
): Promise<void> {
  const caseId = timer.subject as CaseId;
  const cause = { kind: 'timer', id: timer.deadlineId } as const;
  if (timer.deadlineId === 'review') {
    await carryInterim(desk, caseId, {
      process: PROCESS,
      cause,
      commandId: commandIdOf(timer.stream, `interim before ${timer.dueAt}`),
    });
  }
  if (timer.deadlineId === 'urgency-confirmation') {
    await carryUrgency(desk, caseId, {
      process: PROCESS,
      cause,
      commandId: commandIdOf(timer.stream, `urgency before ${timer.dueAt}`),
    });
  }
  const { state } = await desk.read(caseId);
  const secret = drawSecret(derivationKey, caseId, state.status === 'opened' ? state.drawRound : 1);
  const command = { type: 'ExpireDeadline', deadlineId: timer.deadlineId, drawSecret: secret } as const;
  await desk.proceed(caseId, command, { process: PROCESS, cause, commandId });
}
