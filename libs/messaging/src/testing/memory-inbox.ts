import { commandIdOf } from '@parley/event-store';
import type { CommandId } from '@parley/kernel';
import type { Inbox, InboxOutcome } from '../inbox';

/** An inbox for specs that hand events to a handler themselves. */
export class MemoryInbox implements Inbox {
  private readonly answered = new Set<string>();

  constructor(private readonly group: string) {}

  async answer(messageId: string, issue: (commandId: CommandId) => Promise<void>): Promise<InboxOutcome> {
    if (this.answered.has(messageId)) return 'duplicate';
    await issue(commandIdOf(this.group, messageId));
    this.answered.add(messageId);
    return 'handled';
  }
}
