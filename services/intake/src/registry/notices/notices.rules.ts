import type { Instant, PartyCode, PersonId, RefusalReason, Sha256, Text } from '@parley/kernel';
import { sha256Text } from '@parley/procedure';
import type { Act } from '../../case/case-commands.rules';
import type { RunningDeadline } from '../../case/common-refusals.rules';

/** Serves the parties with notice of what happened: of everything that was recorded of it at one instant. */
export interface ServeNotices {
  readonly type: 'ServeNotices';
  readonly notices: readonly DigestedNotice[];
  readonly to: readonly PartyCode[];
  /** Version of the rules to which the case is pinned. */
  readonly ruleSetVersion: string;
  /** When the event that the notices tell of was recorded. They are sent at that instant. */
  readonly at: Instant;
  /** When the notices are served and so stand in the inboxes. */
  readonly now: Instant;
}
export type ServeNoticeAgain = Act & {
  readonly type: 'ServeNoticeAgain';
  readonly noticeId: string;
  readonly reason: readonly Text[];
};
export type RetrieveNotice = Act & { readonly type: 'RetrieveNotice'; readonly noticeId: string };
/** Takes several notices, each or none of them. */
export type RetrieveNotices = Act & { readonly type: 'RetrieveNotices'; readonly noticeIds: readonly string[] };
export interface ExpireServiceDeadline {
  readonly type: 'ExpireServiceDeadline';
  readonly deadlineId: string;
}

/** An outage was declared. */
export interface NoteServiceOutage {
  readonly type: 'NoteServiceOutage';
  readonly from: Instant;
  readonly to: Instant;
  readonly at: Instant;
}

/** A calendar was announced, by which the clocks of this command count. */
export interface NoteServiceCalendar {
  readonly type: 'NoteServiceCalendar';
  /** Version of the joint calendar. */
  readonly version: string;
  readonly at: Instant;
}

export type ServiceCommand =
  | NoteServiceCalendar
  | NoteServiceOutage
  | ServeNotices
  | ServeNoticeAgain
  | RetrieveNotice
  | RetrieveNotices
  | ExpireServiceDeadline;

export const serviceRefusals = {
  unknownNotice: {
    code: 'notice-not-found',
    rule: 'I-58',
    status: 404,
    en: 'No such notice was served on you.',
    'zh-Hans': '没有向您送达该通知。',
  },
  alreadyRetrieved: {
    code: 'notice-already-retrieved',
    rule: 'I-58',
    en: 'Your side has retrieved this notice already; the record names who did and when. Read it again at any time.',
    'zh-Hans': '贵方已领取该通知，领取人与时间已载入记录；可随时再次查阅。',
  },
  retrievalPending: {
    code: 'retrieval-time-just-over',
    rule: 'I-58',
    en:
      'The time for retrieving it has just ended, and that is not on record yet. It comes first; ' +
      'try again in a minute.',
    'zh-Hans': '领取期限刚刚届满，尚未载入记录，须先行载入；请一分钟后重试。',
  },
  servedTooOften: {
    code: 'notice-served-too-often',
    rule: 'I-59',
    en: 'A notice is served again 20 times at most. It counts from its first service; tell the party by another way.',
    'zh-Hans': '同一通知最多再次送达 20 次，期限自首次送达起算；请以其他方式告知该方。',
  },
  unknownCode: {
    code: 'verification-code-unknown',
    rule: 'I-58',
    status: 404,
    en:
      'Nothing that the registry has served bears this code. Check it letter by letter; else the sheet ' +
      'is not the registry’s.',
    'zh-Hans': '登记处送达的文件中没有此验证码。请逐字核对；如仍不符，则该页并非登记处所发。',
  },
  rangeInverted: {
    code: 'range-ends-before-it-begins',
    rule: 'I-60',
    status: 422,
    en: 'The range ends before it begins; `to` lies behind `from`.',
    'zh-Hans': '时间范围的终点早于起点；`to` 须晚于 `from`。',
  },
  rangeTooLong: {
    code: 'range-too-long',
    rule: 'I-60',
    status: 422,
    en: 'A range is 366 days long at most; ask for several, one after another.',
    'zh-Hans': '时间范围最长 366 日；请依次分段查询。',
  },
  tooManyServed: {
    code: 'too-many-served',
    rule: 'I-60',
    status: 422,
    en: 'More than 5,000 notices were sent in this range; ask for shorter ones, one after another.',
    'zh-Hans': '该时间范围内发出的通知超过 5,000 件；请依次缩短范围查询。',
  },
} as const satisfies Record<string, RefusalReason>;

/** The event that a notice tells of, in whatever context it was recorded. */
export interface NoticeOf {
  /** `intake`, `panelreview` … */
  readonly context: string;
  /** Type of the event or of the message that told of it. */
  readonly event: string;
  readonly eventId: string;
  /** Its instant in law. */
  readonly at: Instant;
  readonly rule: string;
  /** Where the intake recorded it; `null` for an event of another context, which is kept among the facts. */
  readonly place: { readonly stream: string; readonly revision: number } | null;
}

export const DOCUMENT_KINDS = [
  'grievance',
  'reply',
  'interim-text',
  'interim-comment',
  'review-material',
  'notice-of-delay',
  'findings',
  'exhibit',
  'public-version',
  'translation',
  'dossier',
  'settlement-text',
  'settlement',
  'letter',
  'summary',
  'joint-proposal',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** The kinds as a field of a request or an answer names them. */
export const DOCUMENT_KIND = {
  values: DOCUMENT_KINDS,
  named: { name: 'ServedDocumentKind', meaning: 'What a document is that is served.' },
} as const;

/**
 * A document that is served with a notice. Its content stays in its own place. The digest says which bytes are meant.
 */
export interface ServedDocument {
  readonly kind: DocumentKind;
  /**
   * Names the document: number of the exhibit or of the receipt; id of the letter, of the summary or of the material of
   * a review; code of the party that comments; or a word for a document of which there is only one.
   */
  readonly reference: string;
  readonly digest: Sha256;
  /**
   * For a translation: its original, which is an exhibit or a document, and its number among the translations of that
   * original.
   */
  readonly translates?: { readonly of: string; readonly number: string; readonly n: number };
}

/**
 * Refers to the words of a notice in the book of words. The words are made when somebody reads, and those of a version
 * never change.
 */
export interface WordsOfNotice {
  /** `<context>.<event>` of the event that the notice tells of. */
  readonly key: string;
  /** Version of the book of words. */
  readonly version: string;
}

/**
 * A notice as it stands on record. It names what it is about, and copies neither its words nor its clocks. Its id
 * follows from the event that it tells of, so telling twice makes one notice.
 */
export interface NamedNotice {
  readonly noticeId: string;
  readonly of: NoticeOf;
  readonly words: WordsOfNotice;
}

/** Every document that a notice serves. */
export const documentsOf = ({ document, together = [] }: Pick<Notice, 'document' | 'together'>) =>
  document ? [document, ...together] : [];

/** A whole notice of the secretariat. What the record does not hold is made from its source whenever it is read. */
export interface Notice extends NamedNotice {
  readonly document: ServedDocument | null;
  /** What it serves besides, of the same act. */
  readonly together?: readonly ServedDocument[];
  /** Clocks that it starts or moves, each with its whole record, from which the agenda explains it. */
  readonly starts: readonly RunningDeadline[];
  /** Ids of the clocks that it ends. */
  readonly ends: readonly string[];
  /** The one person whose act the clocks await, such as a nominee; `null` when they await an office's act. */
  readonly awaits: PersonId | null;
}

export interface DigestedNotice {
  readonly notice: Notice;
  /** SHA-256 of the canonical notice. */
  readonly digest: Sha256;
}

/** Crockford's base 32. No letter in it can be taken for a digit or another letter. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 16;

/**
 * The code on the cover sheet of what was served: 80 bits of the digest of notice and recipient, as
 * `K7QF-0D3M-A1ZC-9TRW`. Anybody who holds the sheet can ask what the code stands for; nobody can guess a code.
 */
export const verificationCode = (noticeId: string, party: PartyCode, digest: Sha256): string =>
  codeOf(sha256Text(`${noticeId} ${party} ${digest}`));

/**
 * A code that somebody may have to type, such as `K7QF-0D3M-A1ZC-9TRW`.
 * @param hash hexadecimal, 20 digits or more, of which the first 20 count
 */
export function codeOf(hash: string): string {
  const bits = BigInt(`0x${hash.slice(0, 20)}`);
  const digits = Array.from({ length: LENGTH }, (_, index) =>
    DIGITS.charAt(Number((bits >> BigInt(5 * (LENGTH - 1 - index))) & 31n)),
  ).join('');
  return digits.match(/.{4}/g)?.join('-') ?? digits;
}

/**
 * A code as somebody typed it. Case and separators do not matter, and O, I and L are the digits that they look like.
 */
export const typedCode = (typed: string): string | undefined => {
  const plain = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  return /^[0-9A-HJKMNP-TV-Z]{16}$/.test(plain) ? plain.match(/.{4}/g)?.join('-') : undefined;
};
