import type { PartitionLag } from './group-offsets';

/**
 * A group was away for longer than a topic keeps messages, and some were deleted that it had not heard. Clients go on
 * behind the deleted messages without a word. What these told is still in the record, and is heard once the relay tells
 * it again. Marks of progress are counted among them.
 */
export class MissedMessagesError extends Error {
  override readonly name = 'MissedMessagesError';

  constructor(groupId: string, { topic, partition, missed }: PartitionLag) {
    super(
      `${groupId} missed ${String(missed)} messages of ${topic}/${String(partition)}, which the topic ` +
        'keeps no longer; let the relay tell them again',
    );
  }
}
