import { commandIdOf } from '@parley/event-store';
import type { CommandId } from '@parley/kernel';
import type { EntityManager } from 'typeorm';
import { tableIn } from './bookkeeping-table';
import { dropped, type Inbox, type InboxOutcome } from './inbox';

/**
 * The inbox for a page of messages: what was answered before is looked up at once, when the first of them is to be
 * answered, and what was answered now is noted at once, before the page counts as delivered. Two statements for a page,
 * where each message would take two of its own.
 */
export class PageInbox implements Inbox {
  readonly #answered = new Set<string>();
  #before: Promise<ReadonlySet<string>> | undefined;

  constructor(
    private readonly manager: EntityManager,
    private readonly group: string,
    private readonly messageIds: readonly string[],
  ) {}

  async answer(messageId: string, issue: (commandId: CommandId) => Promise<void>): Promise<InboxOutcome> {
    const before = await (this.#before ??= this.#lookUp());
    if (before.has(messageId) || this.#answered.has(messageId)) return dropped(this.group);
    await issue(commandIdOf(this.group, messageId));
    this.#answered.add(messageId);
    return 'handled';
  }

  /** Notes what was answered. The page may count as delivered only when this has resolved. */
  async note(): Promise<void> {
    if (this.#answered.size === 0) return;
    await this.manager.query(
      `INSERT INTO ${tableIn(this.manager, 'inbox')} (grp, message_id) SELECT $1, unnest($2::text[]) ` +
        'ON CONFLICT DO NOTHING',
      [this.group, [...this.#answered]],
    );
  }

  async #lookUp(): Promise<ReadonlySet<string>> {
    try {
      const rows: { message_id: string }[] = await this.manager.query(
        `SELECT message_id FROM ${tableIn(this.manager, 'inbox')} WHERE grp = $1 AND message_id = ANY($2)`,
        [this.group, this.messageIds],
      );
      return new Set(rows.map((row) => row.message_id));
    } catch (error) {
      // Who tries again looks again.
      this.#before = undefined;
      throw error;
    }
  }
}
