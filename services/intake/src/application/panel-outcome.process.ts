import type { CaseId, CommandId } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import { panelOutcomeOf } from '../integration/consumes';
import type { CaseDesk } from './case-desk';

/** Notes in the case that the panel has issued findings, or cannot be composed. */
export const panelOutcomeProcess =
  (desk: CaseDesk) =>
  async (event: PublicEvent, commandId: CommandId): Promise<void> => {
    const command = panelOutcomeOf(event);
    if (command) await desk.proceed(event.subject as CaseId, command, 'panel-outcome', { kind: 'event', id: event.id }, commandId);
  };
