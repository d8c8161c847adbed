import { accept, canonicalJson, refuse, type Language, type RefusalReason } from '@parley/kernel';
import type { KnownCase } from '../casefile/casefile.rules';
import { commonRefusals } from '../casefile/common-refusals.rules';
import { bytesReferredTo, isRefused } from '../exhibits/correction-fault.rules';
import { readersRefusals } from '../readers/readers.rules';
import {
  isWithdrawn,
  isWrittenIn,
  originalIn,
  translationDeadline,
  type FileTranslation,
  named,
  type NamedOriginal,
  type Original,
  type Translation,
  type TranslationFiled,
} from './translations.rules';

/** No exhibit or document has that name. */
export const unknownOriginal = ({ of }: NamedOriginal) =>
  of === 'document' ? translationRefusals.unknownDocument : commonRefusals.unknownExhibit;

/** The original is the other party's. */
export const notYourOriginal = ({ of }: NamedOriginal) =>
  of === 'document' ? translationRefusals.notYourDocument : commonRefusals.notYourExhibit;

/** Why an act on a translation is refused. */
export const translationRefusals = {
  translationIntoOwnLanguage: {
    code: 'translation-into-own-language',
    rule: 'languages',
    status: 422,
    en: 'All of the original is written in this language already.',
    'zh-Hans': '原件全文本即以此语言写成。',
  },
  translationIdentical: {
    code: 'translation-identical',
    rule: 'languages',
    status: 422,
    en: 'The translation has the very bytes of the exhibit.',
    'zh-Hans': '译文与证物内容完全相同。',
  },
  translationUploadUsed: {
    code: 'upload-already-translation',
    rule: 'I-35',
    en:
      'This upload is a translation of the original already, with other particulars. What is ' +
      'accepted is not changed.',
    'zh-Hans': '该上传内容已作为本原件的译文提交，且其他事项不同。已受理的内容不得更改。',
  },
  tooManyTranslations: {
    code: 'too-many-translations',
    rule: 'languages',
    en: 'An exhibit or a document has at most 20 translations.',
    'zh-Hans': '一件证物或文件最多有 20 份译文。',
  },
  unknownDocument: {
    code: 'unknown-document',
    rule: 'I-43',
    status: 404,
    en: 'There is no such document, or no translation of it is due.',
    'zh-Hans': '没有该文件，或该文件无须提交译文。',
  },
  notYourDocument: {
    code: 'not-your-document',
    rule: 'languages',
    status: 403,
    en: 'A document is translated by the party that wrote it. You may challenge its translation.',
    'zh-Hans': '文件由撰写该文件的当事方翻译。您可对其译文提出异议。',
  },
  unknownTranslation: {
    code: 'unknown-translation',
    rule: 'I-43',
    status: 404,
    en: 'There is no such translation.',
    'zh-Hans': '没有该译文。',
  },
  yourOwnTranslation: {
    code: 'your-own-translation',
    rule: 'languages',
    status: 403,
    en: 'A translation is challenged by the other party. File another one to put your own right.',
    'zh-Hans': '译文由另一当事方提出异议。如需更正己方译文，请另行提交。',
  },
  challengeUnanswered: {
    code: 'challenge-unanswered',
    rule: 'languages',
    en: 'The translation has been challenged and the answer is still out. Challenge it again when it was answered.',
    'zh-Hans': '对该译文已提出异议，尚待答复。请于答复后再行提出。',
  },
  tooManyChallenges: {
    code: 'too-many-challenges',
    rule: 'languages',
    en: 'A translation is challenged at most 10 times.',
    'zh-Hans': '对一份译文最多可提出 10 次异议。',
  },
  unknownChallenge: {
    code: 'unknown-challenge',
    rule: 'I-43',
    status: 404,
    en: 'There is no such challenge.',
    'zh-Hans': '没有该异议。',
  },
  challengeAnswered: {
    code: 'challenge-answered',
    rule: 'I-35',
    en: 'The challenge has its answer, and what is on record is not changed.',
    'zh-Hans': '该异议已获答复，已载入记录的内容不得更改。',
  },
} as const satisfies Record<string, RefusalReason>;

/** The original as it was before the translation was missing. */
export const awaited = <Of extends Original>(original: Of, language: Language): Of => ({
  ...original,
  translationsMissing: original.translationsMissing.filter((each) => each !== language),
});

/** A limit on everything. A corrected translation counts as a new one. */
const MOST_TRANSLATIONS = 20;

/**
 * The party of an exhibit or a document translates it into the other language. The translation may come late, even
 * after the screening: it is then worth more to its readers than none, it is marked as late, and no clock has waited
 * for it. An earlier translation stays beside it.
 */
export function fileTranslation(command: FileTranslation, state: KnownCase) {
  const { by, party, receivedAt } = command;
  const original = originalIn(state, command);
  if (!original) return refuse(unknownOriginal(command));
  if (party !== original.party) return refuse(notYourOriginal(command));
  const earlier = original.translations.find(({ uploadId }) => uploadId === command.bytes.uploadId);
  if (earlier)
    return isSame(earlier, command) ? accept() : refuse(translationRefusals.translationUploadUsed, '/uploadId');
  if (isWithdrawn(original)) return refuse(readersRefusals.exhibitWithdrawn);
  const { language, bytes, divergences } = command;
  if (isWrittenIn(original, language)) return refuse(translationRefusals.translationIntoOwnLanguage, '/language');
  if (original.translations.length >= MOST_TRANSLATIONS) return refuse(translationRefusals.tooManyTranslations);
  const file = bytesReferredTo(bytes, original.party, '');
  if (isRefused(file)) return file;
  if ('file' in original && file.digest === original.file.digest)
    return refuse(translationRefusals.translationIdentical, '/uploadId');

  const id = translationDeadline(original, language);
  const standing = state.standing[id] !== undefined;
  const deadline = state.running[id];
  const inTime = standing || (deadline !== undefined && receivedAt < deadline.dueAt);
  return accept<TranslationFiled>({
    type: 'TranslationFiled',
    occurredAt: receivedAt,
    rule: 'languages',
    tier: original.tier,
    data: {
      ...named(original),
      n: original.translations.length + 1,
      language,
      party: original.party,
      uploadId: bytes.uploadId,
      file,
      divergences,
      late: deadline === undefined ? !standing && wasMissing(original, language) : !inTime,
      by,
      opens: [],
      // A translation that came too late does not close the clock. The clock's default is still decided, as of its
      // expiry.
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
