import type { CommandOutcome } from '@parley/event-store';
import { respond, type Answer } from '@parley/http';
import { parseInstant, type Party, type PartyCode } from '@parley/kernel';
import { notFound } from '../casefile/casefile.http';
import type { EvidenceState } from '../casefile/casefile.rules';
import type { TranslationRequest } from '../translations/translations.request';
import { languageOfTitle } from '../translations/translations.rules';
import type { UploadedFileRequest } from '../uploads/uploads.response';
import type { Act, CustodyEntry } from './exhibit-commands.rules';
import { showExhibit } from './exhibit.response';
import { exhibitOfUpload } from './file-exhibit.rules';
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

/** An exhibit that a party has just made of an upload, whole: who files it reads it. */
export function showFiled(state: EvidenceState, party: PartyCode | null, uploadId: string): ExhibitShown {
  const known = state.status === 'unknown' ? undefined : state;
  const exhibit = known && party !== null ? exhibitOfUpload(known, party, uploadId) : undefined;
  if (!known || !exhibit) throw new TypeError(`upload ${uploadId} is no exhibit after it was filed`);
  return showExhibit(
    { extent: 'whole', exhibit },
    { sees: () => true, betweenParties: true, ofCase: true, running: known.running },
  );
}

/** What the numbers of a party's exhibits begin with. @throws ProblemError 404 for who is no party */
export function prefixOf(parties: readonly Party[], code: PartyCode | null): string {
  const party = parties.find((each) => each.code === code);
  if (!party) throw notFound();
  return party.exhibitPrefix;
}

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
