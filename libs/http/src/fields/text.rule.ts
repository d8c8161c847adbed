import { faults, type FieldRule } from './fault';

/** The limits of a text. Lengths are in Unicode code points, as JSON Schema counts them. */
export interface TextLimits {
  readonly max: number;
  readonly min?: number;
  /** Line feeds and tabs are allowed; a carriage return never is. */
  readonly multiline?: boolean;
  /** The whole text must match it. */
  readonly pattern?: RegExp;
}

// eslint reads a control character in a pattern as a slip, so the classes are spelt by their Unicode properties.
const CONTROL = /\p{Cc}|[\u2028\u2029]/u;
const CONTROL_BUT_LINES = /[^\P{Cc}\n\t]|[\u2028\u2029]/u;
/** Marks, embeddings, overrides and isolates: they can make a text read otherwise than it is stored. */
const BIDI_CONTROL = /\p{Bidi_Control}/u;
/**
 * Characters that are stored and not seen. With them two texts that read the same could differ, and a text could hide
 * another in tag characters or variation selectors. Chinese and English need none of them: no joiner, since they have
 * no letters that join, and no selector, since GB 18030 gives each variant a code of its own. So emoji made of several
 * characters are refused too, and so are soft hyphens, byte order marks and zero-width spaces that come with text
 * copied from a page.
 */
const INVISIBLE = /\p{Cf}|\p{Default_Ignorable_Code_Point}/u;

/**
 * A text that a person wrote or copied: not blank, within limits, without control, direction-changing or invisible
 * characters. Nothing is trimmed and nothing normalised, so that the stored text is the signed one.
 */
export function textRule({ max, min = 1, multiline = false, pattern }: TextLimits): FieldRule {
  const control = multiline ? CONTROL_BUT_LINES : CONTROL;
  return (value) => {
    if (typeof value !== 'string') return faults.notText;
    if (longerThan(value, max)) return faults.tooLong(max);
    if (!value.isWellFormed()) return faults.illFormed;
    if (control.test(value)) return faults.controlCharacter;
    if (INVISIBLE.test(value)) return BIDI_CONTROL.test(value) ? faults.bidiControl : faults.invisibleCharacter;
    if (value.trim() === '') return faults.empty;
    if (min > 1 && !longerThan(value, min - 1)) return faults.tooShort(min);
    if (pattern && !pattern.test(value)) return faults.wrongForm;
    return undefined;
  };
}

/** Counts code points only when the number of code units does not decide. */
function longerThan(text: string, limit: number): boolean {
  if (text.length <= limit) return false;
  if (text.length > 2 * limit) return true;
  return Array.from(text).length > limit;
}
