import { createHmac } from 'node:crypto';
import type { CommandContext } from '@parley/event-store';
import type { Sha256 } from '@parley/kernel';

/**
 * A request that names what was removed must leave nothing by which a guess at it could be tried. Its digest stands in
 * the record so that a key which is used again with other content is seen; under a secret it still does, and tells
 * nobody anything.
 */
export function withKeyedDigest(context: CommandContext, secret: Uint8Array): CommandContext {
  const { cause } = context;
  if (cause.kind !== 'command') return context;
  return {
    ...context,
    cause: { ...cause, bodyDigest: createHmac('sha256', secret).update(cause.bodyDigest).digest('hex') as Sha256 },
  };
}
