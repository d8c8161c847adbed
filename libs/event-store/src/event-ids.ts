import { hash } from 'node:crypto';
import type { CommandId } from '@parley/kernel';

/**
 * A UUID (version 8, RFC 9562) that is a function of its parts: the same parts give the same id in any process.
 * @param parts joined with a separator that none of them may hold (U+001F)
 */
export function derivedUuid(...parts: readonly string[]): string {
  const bytes = hash('sha256', parts.join('\u001f'), 'buffer');
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}

/** The id of the `index`-th event of a command. */
export const eventIdOf = (commandId: CommandId, index: number): string => derivedUuid(commandId, String(index));

/** The id of the command that answers to something: a message, a timer, an event. */
export const commandIdOf = (...parts: readonly string[]): CommandId => derivedUuid(...parts) as CommandId;
