import type { CommandId } from '@parley/kernel';
import { countDuplicateDropped } from '@parley/metrics';
import type { EntityManager } from 'typeorm';
import { tableIn } from './bookkeeping-table';

export type InboxOutcome = 'handled' | 'duplicate';

/** Where a consumer notes what it has answered, so that a message which comes again is not answered again. */
export interface Inbox {
  /**
   * Answers a message with a command: the command is appended first and noted after it. A crash in between repeats the
   * command under the same id, which the store knows.
   * @param issue appends under the id that it is given; a refusal is an outcome, not a failure, and must not throw
   */
  answer(messageId: string, issue: (commandId: CommandId) => Promise<void>): Promise<InboxOutcome>;
}

/**
 * Does something once for a message: its effect on the tables and the inbox row are one transaction, so there is never
 * one without the other, however often the message comes and wherever a crash falls.
 * @param fn writes through the manager that it is given, and does nothing that a rollback would not undo
 */
export async function withInbox(
  manager: EntityManager,
  group: string,
  messageId: string,
  fn: (manager: EntityManager) => Promise<void>,
): Promise<InboxOutcome> {
  return manager.transaction(async (transaction) => {
    if (!(await enter(transaction, group, messageId))) return dropped(group);
    await fn(transaction);
    return 'handled';
  });
}

export function dropped(group: string): InboxOutcome {
  countDuplicateDropped(group);
  return 'duplicate';
}

/** Waits for another transaction that holds the same row, so two deliveries at once cannot both go on. */
async function enter(manager: EntityManager, group: string, messageId: string): Promise<boolean> {
  const entered: unknown[] = await manager.query(
    `INSERT INTO ${tableIn(manager, 'inbox')} (grp, message_id) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING 1`,
    [group, messageId],
  );
  return entered.length > 0;
}
