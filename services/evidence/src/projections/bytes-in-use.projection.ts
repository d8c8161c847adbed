import { domainEventOf } from '@parley/event-store';
import { upsertRows, type Projection } from '@parley/projections';
import { EXHIBITS_CATEGORY } from '../application/streams';
import type { EvidenceEvent } from '../domain/exhibit-events';

/** The digests that exhibits and their public versions have: bytes that are never removed. */
export const bytesInUseProjection: Projection = {
  name: 'bytes-in-use',
  categories: [EXHIBITS_CATEGORY],
  tables: ['bytes_in_use'],
  async apply(manager, events, tables) {
    const rows = events
      .map((recorded) => domainEventOf(recorded) as EvidenceEvent)
      .flatMap((event) => (event.type === 'ExhibitAccepted' || event.type === 'PublicVersionFiled' ? [{ digest: event.data.file.digest }] : []));
    await upsertRows(manager, { table: tables('bytes_in_use'), key: ['digest'], columns: { digest: 'text' } }, rows);
  },
};
