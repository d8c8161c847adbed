import type { CommandId, Instant, Sha256 } from '@parley/kernel';

/** An act that writes a row, of which the record knows nothing. */
export interface Writing {
  readonly commandId: CommandId;
  readonly bodyDigest: Sha256;
  readonly now: Instant;
}

/** Why a row was not written. */
export type NotWritten =
  /** It is at another revision; -1 while there is none. */
  | { readonly kind: 'stale'; readonly revision: number }
  /** The same command came earlier with other content. */
  | { readonly kind: 'key-reused' };

/** The answer to the command that wrote a row last, when it comes again; `undefined` for any other command. */
export function writtenBefore(
  row: { readonly writtenBy: CommandId; readonly bodyDigest: Sha256 },
  { commandId, bodyDigest }: Pick<Writing, 'commandId' | 'bodyDigest'>,
): 'written' | 'key-reused' | undefined {
  if (row.writtenBy !== commandId) return undefined;
  return row.bodyDigest === bodyDigest ? 'written' : 'key-reused';
}
