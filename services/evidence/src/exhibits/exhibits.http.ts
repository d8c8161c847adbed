import type { CommandOutcome } from '@parley/event-store';
import { respond, type Answer } from '@parley/http';
import { parseInstant } from '@parley/kernel';
import type { EvidenceState } from '../casefile/casefile.rules';
import type { TranslationRequest } from '../translations/translations.request';
import { languageOfTitle } from '../translations/translations.rules';
import type { UploadedFileRequest } from '../uploads/uploads.response';
import type { Act, CustodyEntry } from './exhibit-commands.rules';
import { showExhibit } from './exhibit.response';
import type { CustodyRequest, ExhibitRequest, PublicVersionRequest } from './exhibits.request';
import type { ExhibitShown } from './exhibits.response';
import type { ExhibitToFile, NamedBytes, NamedPublicVersion, TranslationToFile } from './file-exhibit';

/**
 * The exhibit after an act on it. Desks, the registry and co-heads read every tier of exhibits, so whoever acted sees
 * the whole exhibit, or the tombstone that it became.
 */
export const answerWith = (outcome: CommandOutcome<EvidenceState>, number: string): Answer<ExhibitShown> =>
  respond(outcome, ({ state }) => {
    const exhibit = state.status === 'unknown' ? undefined : state.exhibits.get(number);
    if (state.status === 'unknown' || !exhibit) throw new TypeError(`exhibit ${number} is gone after an act on it`);
    const { withdrawn } = exhibit;
    const seen = withdrawn
      ? ({ extent: 'tombstone', exhibit, tombstone: withdrawn } as const)
      : ({ extent: 'whole', exhibit } as const);
    return showExhibit(seen, { sees: () => true, betweenParties: true, ofCase: true, running: state.running });
  });

/** A request as the act that it asks for. */
export const exhibitToFile = (request: ExhibitRequest, act: Act, prefix: string): ExhibitToFile => ({
  ...act,
  prefix,
  bytes: namedBytes(request),
  title: request.title,
  tier: request.tier,
  claims: request.claims,
  custody: custodyEntry(request.custody, act),
  publicVersion: request.publicVersion ? namedPublicVersion(request.publicVersion) : null,
  writtenIn: request.writtenIn ?? languageOfTitle(request.title),
  corrects: request.corrects ?? null,
  answers: request.answers ?? null,
});

export const namedTranslation = (
  request: TranslationRequest,
): Pick<TranslationToFile, 'bytes' | 'language' | 'divergences'> => ({
  bytes: namedBytes(request),
  language: request.language,
  divergences: request.divergences,
});

export const namedPublicVersion = (request: PublicVersionRequest): NamedPublicVersion => ({
  bytes: namedBytes(request),
  reason: request.reason,
  removed: request.removed,
});

export const custodyEntry = ({ from, to, at, purpose }: CustodyRequest, { receivedAt }: Act): CustodyEntry => ({
  from,
  to,
  at: parseInstant(at) ?? receivedAt,
  purpose,
});

const namedBytes = ({ uploadId, digest, fileName, mediaType }: UploadedFileRequest): NamedBytes => ({
  uploadId,
  digest,
  fileName,
  mediaType,
});
