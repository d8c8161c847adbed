import { hash } from 'node:crypto';
import type { CommandId } from '@parley/kernel';

/**
 * A UUID (version 8, RFC 9562) that is a function of its parts: the same parts give the same id in any process.
 * @param parts joined with a separator that none of them may hold (U+001F)
 */
export function derivedUuid(...parts: readonly string[]): string {
  // This works on text throughout, because a buffer for each id costs as much again as the digest.
  const hex = hash('sha256', parts.join('\u001f'));
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return (
    `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-` +
    `${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
  );
}

/** The id of the `index`-th event of a command. */
export const eventIdOf = (commandId: CommandId, index: number): string => derivedUuid(commandId, String(index));

/** The id of the command that answers to something: a message, a timer, an event. */
export const commandIdOf = (...parts: readonly string[]): CommandId => derivedUuid(...parts) as CommandId;
