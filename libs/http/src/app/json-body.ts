import { problemCatalogue } from '../problems/problem-catalogue';
import { pointerStep } from '../problems/pointer-step';
import type { ProblemKind } from '../problems/problem-kind';
import { ProblemError } from '../problems/problem.error';

/** Bytes of a JSON body. Uploads are streams and have limits of their own. */
export const JSON_LIMIT = 1024 * 1024;
/** Deeper than any request class nests, and shallow enough for every recursive reader after it. */
export const MOST_LEVELS = 16;
/** More fields than any request class has. Making a class of a body takes time by the square of its fields. */
export const MOST_KEYS = 100;
/** More than the lists of any request can hold. */
export const MOST_VALUES = 60_000;
/** Keys that every object has: later code could copy one onto a prototype, and libraries skip them silently. */
const KEYS_OF_ALL: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));
const decoder = new TextDecoder('utf-8', { fatal: true });

/**
 * Parses a JSON body strictly.
 * @throws ProblemError 400 `invalid-utf8`, `json-too-deep`, `json-key-repeated` or `malformed-json`, 413
 *   `json-too-many-keys` or `json-too-many-values`; with the path of the value that is too much or given twice
 */
export function parseJsonBody(bytes: Uint8Array): unknown {
  const text = decodeUtf8(bytes);
  try {
    refuseExcess(text);
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw error instanceof ProblemError ? error : new ProblemError(problemCatalogue.malformedJson);
  }
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new ProblemError(problemCatalogue.invalidUtf8);
  }
}

/** An object or a list in which the reading is. */
interface Level {
  /** The keys so far; `undefined` for a list. */
  readonly keys: Set<string> | undefined;
  /** The key or the index that is being read. */
  at: string | number;
}

/**
 * Reads the text once, before anything recursive sees it. It refuses too many levels, keys or values, and a key given
 * twice, of which JSON.parse would keep the last. JSON.parse itself decides whether the text is JSON.
 */
function refuseExcess(text: string): void {
  const levels: Level[] = [];
  let [values, awaitsKey, inWord] = [0, false, false];
  const count = (): void => {
    if (++values > MOST_VALUES) throw refusedAt(problemCatalogue.jsonTooManyValues, levels);
  };
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const top = levels.at(-1);
    if (unit === QUOTE) {
      const from = at;
      at = endOfString(text, at);
      if (awaitsKey && top?.keys) enterKey(text.slice(from, at + 1), top, levels);
      else count();
      awaitsKey = false;
    } else if (unit === OPEN_BRACE || unit === OPEN_BRACKET) {
      count();
      if (levels.length === MOST_LEVELS) throw refusedAt(problemCatalogue.jsonTooDeep, levels);
      awaitsKey = unit === OPEN_BRACE;
      levels.push({ keys: awaitsKey ? new Set() : undefined, at: awaitsKey ? '' : 0 });
    } else if (unit === CLOSE_BRACE || unit === CLOSE_BRACKET) {
      levels.pop();
    } else if (unit === COMMA) {
      awaitsKey = top?.keys !== undefined;
      if (typeof top?.at === 'number') top.at++;
    } else if (unit > SPACE && unit !== COLON) {
      if (!inWord) count();
      inWord = true;
      continue;
    }
    inWord = false;
  }
}

function endOfString(text: string, from: number): number {
  let at = from + 1;
  for (; at < text.length && text.charCodeAt(at) !== QUOTE; at++) if (text.charCodeAt(at) === BACKSLASH) at++;
  return at;
}

function enterKey(quoted: string, level: Level, levels: readonly Level[]): void {
  const key = quoted.includes('\\') ? (JSON.parse(quoted) as string) : quoted.slice(1, -1);
  if (KEYS_OF_ALL.has(key)) throw new SyntaxError(`${key} is no key`);
  if (level.keys?.size === MOST_KEYS) throw refusedAt(problemCatalogue.jsonTooManyKeys, levels.slice(0, -1));
  level.at = key;
  if (level.keys?.has(key)) throw refusedAt(problemCatalogue.jsonKeyRepeated, levels);
  level.keys?.add(key);
}

function refusedAt(kind: ProblemKind, levels: readonly Level[]): ProblemError {
  const path = levels.map(({ at }) => pointerStep(at)).join('');
  return new ProblemError(kind, [{ path, code: kind.code, message: { en: kind.en, 'zh-Hans': kind['zh-Hans'] } }]);
}

const [QUOTE, BACKSLASH, OPEN_BRACKET, CLOSE_BRACKET, OPEN_BRACE, CLOSE_BRACE] = [0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d];
const [SPACE, COMMA, COLON] = [0x20, 0x2c, 0x3a];
