import type { CheckedFormat } from '../public-version/redaction.rules';

/** Formats by the media type under which a file is filed. Nothing is known of a file of any other type. */
const FORMATS: readonly (readonly [mediaType: RegExp, format: CheckedFormat])[] = [
  [/^application\/pdf$/, 'pdf'],
  [
    /^application\/vnd\.openxmlformats-officedocument\.(wordprocessingml\.document|spreadsheetml\.sheet|presentationml\.presentation)$/,
    'office',
  ],
  [/^image\/jpeg$/, 'jpeg'],
  [/^image\/png$/, 'png'],
  [/^text\/|^application\/(json|xml|[a-z.+-]+\+(json|xml))$/, 'text'],
];

export const formatOf = (mediaType: string): CheckedFormat | undefined =>
  FORMATS.find(([pattern]) => pattern.test(mediaType))?.[1];

const MARKS = {
  pdf: '%PDF-',
  office: 'PK\u0003\u0004',
  jpeg: '\u00ff\u00d8\u00ff',
  png: '\u0089PNG\r\n\u001a\n',
} as const;

/** True where a file begins with the mark of a format; text has none. */
export const beginsAs = (format: CheckedFormat, bytes: Buffer): boolean =>
  format === 'text' || bytes.toString('latin1', 0, 16).startsWith(MARKS[format]);

/** An office file with a password lies in a container of the kind that came before. */
const LOCKED_OFFICE = '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1';

/** Readers of PDF look for its header so far into a file, in either of these forms, and skip what stands before. */
export const HEAD_BYTES = 1_024;
const PDF_HEADER = /%PDF-|%!PS-Adobe-\d\.\d PDF-\d/;

/**
 * The formats of which a file may be, by its first bytes alone. Whatever any reader may take for a format is named:
 * evidence that is refused wrongly may come too late. So every file is text that does not begin as one of the others,
 * whatever its encoding.
 */
export function couldBe(head: Buffer): readonly CheckedFormat[] {
  const bytes = head.toString('latin1', 0, HEAD_BYTES);
  const begun = (['pdf', 'office', 'jpeg', 'png'] as const).filter((format) => beginsAs(format, head));
  if (bytes.startsWith(LOCKED_OFFICE)) begun.push('office');
  const formats: readonly CheckedFormat[] = begun.length > 0 ? begun : ['text'];
  return PDF_HEADER.test(bytes) && !formats.includes('pdf') ? [...formats, 'pdf'] : formats;
}
