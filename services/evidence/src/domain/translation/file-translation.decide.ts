import { accept, canonicalJson, refuse, type Decision, type Language } from '@parley/kernel';
import type { KnownCase } from '../evidence-state';
import { refusals } from '../refusals';
import { bytesReferredTo, isRefused } from '../submission/referred-bytes';
import { isWithdrawn, isWrittenIn, originalIn, type Original } from './original';
import { notYourOriginal, unknownOriginal } from './original-refusals';
import type { Translation } from './translation';
import type { FileTranslation } from './translation-commands';
import { translationDeadline } from './translation-deadline';
import type { TranslationFiled } from './translation-events';

/** A limit on everything: a translation that is put right is a new one. */
const MOST_TRANSLATIONS = 20;

/**
 * The party of an exhibit or of a document renders it in the other language. It may come late, and after the screening
 * too: a late translation is worth more to its readers than none, it says that it is late, and no clock has waited for
 * it. An earlier one stays beside it.
 */
export function fileTranslation(command: FileTranslation, state: KnownCase): Decision<TranslationFiled> {
  const { by, party, receivedAt, number, language, bytes, divergences } = command;
  const original = originalIn(state, command);
  if (!original) return refuse(unknownOriginal(command));
  if (party !== original.party) return refuse(notYourOriginal(command));
  const earlier = original.translations.find(({ uploadId }) => uploadId === bytes.uploadId);
  if (earlier) return isSame(earlier, command) ? accept() : refuse(refusals.translationUploadUsed, '/uploadId');
  if (isWithdrawn(original)) return refuse(refusals.exhibitWithdrawn);
  if (isWrittenIn(original, language)) return refuse(refusals.translationIntoOwnLanguage, '/language');
  if (original.translations.length >= MOST_TRANSLATIONS) return refuse(refusals.tooManyTranslations);
  const file = bytesReferredTo(bytes, original.party, '');
  if (isRefused(file)) return file;
  if ('file' in original && file.digest === original.file.digest)
    return refuse(refusals.translationIdentical, '/uploadId');

  const id = translationDeadline(original, language);
  const standing = state.standing[id] !== undefined;
  const deadline = state.running[id];
  const inTime = standing || (deadline !== undefined && receivedAt < deadline.dueAt);
  return accept({
    type: 'TranslationFiled',
    occurredAt: receivedAt,
    rule: 'languages',
    tier: original.tier,
    data: {
      number,
      n: original.translations.length + 1,
      language,
      uploadId: bytes.uploadId,
      file,
      divergences,
      late: deadline === undefined ? !standing && wasMissing(original, language) : !inTime,
      by,
      opens: [],
      // One that came too late leaves the clock to its default, which is decided as of the expiry.
      closes: inTime ? [id] : [],
    },
  });
}

const wasMissing = ({ translationsMissing }: Original, language: Language): boolean =>
  translationsMissing.includes(language);

const isSame = ({ language, file, divergences }: Translation, command: FileTranslation): boolean =>
  canonicalJson([language, file.digest, file.fileName, file.mediaType, divergences]) ===
  canonicalJson([
    command.language,
    command.bytes.digest,
    command.bytes.fileName,
    command.bytes.mediaType,
    command.divergences,
  ]);
