import { sha256 } from '@parley/event-store';
import { canonicalJson } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';

/**
 * The public events as JSON Lines: attributes, bytes as base64, and the SHA-256 of the bytes, so that each can be
 * checked.
 */
export const recordLines = (events: readonly PublicEvent[]): string =>
  events
    .map(({ id, source, type, subject, time, recordedat, tier, datacontenttype, data }) =>
      canonicalJson({
        id,
        source,
        type,
        subject,
        time,
        recordedat,
        tier,
        datacontenttype,
        data_base64: Buffer.from(data).toString('base64'),
        sha256: sha256(data),
      }),
    )
    .map((line) => `${line}\n`)
    .join('');
