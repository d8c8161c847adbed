import { parseInstant, type Sha256, type Text } from '@parley/kernel';
import type {
  ExhibitToFile,
  NamedBytes,
  NamedPublicVersion,
  TranslationToFile,
} from '../application/file-exhibit.handler';
import type { CustodyEntry } from '../domain/exhibit';
import type { Act } from '../domain/exhibit-commands';
import { languageOfTitle } from '../domain/translation/languages-due';
import type { TranslationRequest } from './translation.request';
import type { CustodyRequest, ExhibitRequest, PublicVersionRequest } from './exhibit.request';
import type { UploadedFileRequest } from './uploaded-file.request';

/** A request as the act that it asks for. */
export const exhibitToFile = (request: ExhibitRequest, act: Act, prefix: string): ExhibitToFile => ({
  ...act,
  prefix,
  bytes: namedBytes(request),
  title: request.title.map(textOf),
  tier: request.tier,
  claims: request.claims,
  custody: custodyEntry(request.custody, act),
  publicVersion: request.publicVersion ? namedPublicVersion(request.publicVersion) : null,
  writtenIn: request.writtenIn ?? languageOfTitle(request.title),
  corrects: request.corrects ?? null,
});

export const namedTranslation = (
  request: TranslationRequest,
): Pick<TranslationToFile, 'bytes' | 'language' | 'divergences'> => ({
  bytes: namedBytes(request),
  language: request.language,
  divergences: request.divergences.map(({ place, note }) => ({ place, note: note.map(textOf) })),
});

export const namedPublicVersion = (request: PublicVersionRequest): NamedPublicVersion => ({
  bytes: namedBytes(request),
  reason: request.reason,
  removed: request.removed.map(({ passage, reason }) => ({ passage, reason })),
});

export const custodyEntry = ({ from, to, at, purpose }: CustodyRequest, { receivedAt }: Act): CustodyEntry => ({
  from,
  to,
  at: parseInstant(at) ?? receivedAt,
  purpose,
});

const namedBytes = ({ uploadId, digest, fileName, mediaType }: UploadedFileRequest): NamedBytes => ({
  uploadId,
  digest: digest as Sha256,
  fileName,
  mediaType,
});

export const textOf = ({ lang, text, kind, of }: ExhibitRequest['title'][number]): Text => ({
  lang,
  text,
  kind,
  ...(of === undefined ? {} : { of }),
});
