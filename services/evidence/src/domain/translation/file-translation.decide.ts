import { accept, canonicalJson, refuse, type Decision, type Language } from '@parley/kernel';
import type { Exhibit } from '../exhibit';
import type { KnownCase } from '../evidence-state';
import { refusals } from '../refusals';
import { bytesReferredTo, isRefused } from '../submission/referred-bytes';
import type { Translation } from './translation';
import type { FileTranslation } from './translation-commands';
import { translationDeadline } from './translation-deadline';
import type { TranslationFiled } from './translation-events';

/** A limit on everything: a translation that is put right is a new one. */
const MOST_TRANSLATIONS = 20;

/**
 * The party of an exhibit renders it in the other language. It may come late, and after the screening too: a late translation is
 * worth more to its readers than none, it says that it is late, and no clock has waited for it. An earlier one stays beside it.
 */
export function fileTranslation(command: FileTranslation, state: KnownCase): Decision<TranslationFiled> {
  const { by, party, receivedAt, number, language, bytes, divergences } = command;
  const exhibit = state.exhibits.get(number);
  if (!exhibit) return refuse(refusals.unknownExhibit);
  if (party !== exhibit.party) return refuse(refusals.notYourExhibit);
  const earlier = exhibit.translations.find(({ uploadId }) => uploadId === bytes.uploadId);
  if (earlier) return isSame(earlier, command) ? accept() : refuse(refusals.translationUploadUsed, '/uploadId');
  if (exhibit.withdrawn) return refuse(refusals.exhibitWithdrawn);
  if (exhibit.writtenIn === language) return refuse(refusals.translationIntoOwnLanguage, '/language');
  if (exhibit.translations.length >= MOST_TRANSLATIONS) return refuse(refusals.tooManyTranslations);
  const file = bytesReferredTo(bytes, exhibit.party, '');
  if (isRefused(file)) return file;
  if (file.digest === exhibit.file.digest) return refuse(refusals.translationIdentical, '/uploadId');

  const deadline = state.running[translationDeadline(exhibit, language)];
  const inTime = deadline !== undefined && receivedAt < deadline.dueAt;
  return accept({
    type: 'TranslationFiled',
    occurredAt: receivedAt,
    rule: 'languages',
    tier: exhibit.tier,
    data: {
      number,
      n: exhibit.translations.length + 1,
      language,
      uploadId: bytes.uploadId,
      file,
      divergences,
      late: deadline === undefined ? wasMissing(exhibit, language) : !inTime,
      by,
      opens: [],
      // One that came too late leaves the clock to its default, which is decided as of the expiry.
      closes: inTime ? [deadline.id] : [],
    },
  });
}

const wasMissing = ({ translationsMissing }: Exhibit, language: Language): boolean => translationsMissing.includes(language);

const isSame = ({ language, file, divergences }: Translation, command: FileTranslation): boolean =>
  canonicalJson([language, file.digest, file.fileName, file.mediaType, divergences]) ===
  canonicalJson([command.language, command.bytes.digest, command.bytes.fileName, command.bytes.mediaType, command.divergences]);
