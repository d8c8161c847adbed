import { problemCatalogue } from '../problems/problem-catalogue';
import { ProblemError } from '../problems/problem.error';

/** Deeper than any request class nests, and shallow enough for every recursive reader behind it. */
const MOST_LEVELS = 16;
/** Keys that every object has: later code could copy one onto a prototype, and libraries skip them silently. */
const KEYS_OF_ALL: readonly string[] = Object.getOwnPropertyNames(Object.prototype);
/** One of them, or an escape that one of their letters could be written as. */
const MAY_HOLD_ONE = new RegExp(`${KEYS_OF_ALL.join('|')}|\\\\u00[4-7]`);
const decoder = new TextDecoder('utf-8', { fatal: true });

/**
 * Parses a JSON body strictly.
 * @throws ProblemError 400 `invalid-utf8`, `json-too-deep` or `malformed-json`
 */
export function parseJsonBody(bytes: Uint8Array): unknown {
  const text = decodeUtf8(bytes);
  if (isDeeperThan(text, MOST_LEVELS)) throw new ProblemError(problemCatalogue.jsonTooDeep);
  try {
    return JSON.parse(text, MAY_HOLD_ONE.test(text) ? refuseKeysOfAll : undefined) as unknown;
  } catch {
    throw new ProblemError(problemCatalogue.malformedJson);
  }
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new ProblemError(problemCatalogue.invalidUtf8);
  }
}

function refuseKeysOfAll(key: string, value: unknown): unknown {
  if (KEYS_OF_ALL.includes(key)) throw new SyntaxError(`${key} is no key`);
  return value;
}

/** Counts brackets outside of strings before anything recursive sees the text. */
function isDeeperThan(text: string, limit: number): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (inString) {
      if (unit === BACKSLASH) at++;
      else if (unit === QUOTE) inString = false;
    } else if (unit === QUOTE) inString = true;
    else if (unit === OPEN_BRACE || unit === OPEN_BRACKET) {
      if (++depth > limit) return true;
    } else if (unit === CLOSE_BRACE || unit === CLOSE_BRACKET) depth--;
  }
  return false;
}

const [QUOTE, BACKSLASH, OPEN_BRACKET, CLOSE_BRACKET, OPEN_BRACE, CLOSE_BRACE] = [0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d];
