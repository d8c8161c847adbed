import { domainEventOf } from '@parley/event-store';
import { upsertRows, type Projection } from '@parley/projections';
import { EXHIBITS_CATEGORY } from '../casefile/casefiles';
import type { EvidenceEvent } from '../exhibits/exhibits.rules';

/**
 * The uploads that exhibits, public versions and translations were made of, with their digests. Such bytes are never
 * removed. The table goes by upload and not by digest, so that what a party learns of its own uploads does not depend
 * on an exhibit of the other party (I-43).
 */
export const bytesInUseProjection: Projection = {
  name: 'bytes-in-use',
  categories: [EXHIBITS_CATEGORY],
  tables: ['bytes_in_use'],
  concerns: ({ type }) => type === 'ExhibitAccepted' || type === 'PublicVersionFiled' || type === 'TranslationFiled',
  async apply(manager, events, tables) {
    const rows = events
      .map((recorded) => domainEventOf(recorded) as EvidenceEvent)
      .filter(
        (event) =>
          event.type === 'ExhibitAccepted' || event.type === 'PublicVersionFiled' || event.type === 'TranslationFiled',
      )
      .map(({ data: { uploadId, party, file } }) => ({ upload_id: uploadId, party, digest: file.digest }));
    await upsertRows(
      manager,
      {
        table: tables('bytes_in_use'),
        key: ['upload_id'],
        columns: { upload_id: 'uuid', party: 'text', digest: 'text' },
      },
      rows,
    );
  },
};
