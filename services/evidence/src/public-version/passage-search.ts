import type { LayerName } from './redaction.rules';

/** Thrown when a removed passage is found; nothing more need be searched. */
export class PassageFound extends Error {
  constructor(
    readonly layer: LayerName,
    /** Index of the passage in the request. */
    readonly passage: number,
  ) {
    super('a removed passage was found');
  }
}

/** Searching the file would take more than it is allowed. */
export class BeyondLimits extends Error {}

/** Spaces, line breaks, soft hyphens and characters without width: a passage is the same wherever a page breaks it. */
const NO_INK = /[\s\u00ad\u200b-\u200f\u2028\u2029\u2060\ufeff]+/g;

/** Words in the form in which they are compared: without case, width variants and anything that leaves no ink. */
export const plainWords = (text: string): string => text.normalize('NFKC').toLowerCase().replace(NO_INK, '');

/** Characters that belong to the one before them. A cut between the two would change both. */
const JOINED = /[\p{M}\u1160-\u11ff\ud800-\udfff]/u;
const MOST_JOINED = 64;

/** Where words may be cut, so that the parts compare as the whole would. */
function cutOf(text: string): number {
  for (let at = text.length - 1; at > 0 && at > text.length - MOST_JOINED; at -= 1) {
    if (!JOINED.test(text.charAt(at))) return at;
  }
  return text.length;
}

/** Takes words in pieces. Both may throw `PassageFound`. */
export interface Words {
  write(text: string): void;
  end(): void;
}

/** Characters that mean something in a regular expression. */
const SPECIAL = /[\\^$.*+?()[\]{}|/-]/g;

/** Looks for passages in words that come in pieces. It holds no more than one piece, however long the whole is. */
export class PassageSearch {
  private readonly passages: readonly string[];
  private readonly longest: number;
  /** All passages in one expression. The engine is many times slower when it looks for them one after the other. */
  private readonly any: RegExp;

  constructor(passages: readonly string[]) {
    this.passages = passages.map(plainWords);
    this.longest = Math.max(1, ...this.passages.map(({ length }) => length));
    const any = this.passages.map((passage) => passage.replace(SPECIAL, '\\$&')).join('|');
    this.any = new RegExp(any === '' ? '(?!)' : any);
  }

  /** Takes words of a layer that follow on each other. */
  words(layer: LayerName): Words {
    return this.plain(this.compared(layer));
  }

  /** Takes words of a layer, and searches them both with their tags and without. */
  wordsAndTags(layer: LayerName): Words {
    const [whole, between] = [this.compared(layer), withoutTags(this.compared(layer))];
    return this.plain({
      write: (text) => {
        whole.write(text);
        between.write(text);
      },
      end: () => undefined,
    });
  }

  private plain(compared: Words): Words {
    let held = '';
    return {
      write: (text) => {
        const whole = held + text;
        const cut = cutOf(whole);
        held = whole.slice(cut);
        compared.write(plainWords(whole.slice(0, cut)));
      },
      end: () => compared.write(plainWords(held)),
    };
  }

  private compared(layer: LayerName): Words {
    let tail = '';
    return {
      write: (text) => {
        const plain = tail + text;
        if (this.any.test(plain))
          throw new PassageFound(
            layer,
            this.passages.findIndex((each) => plain.includes(each)),
          );
        tail = plain.slice(Math.max(0, plain.length - this.longest + 1));
      },
      end: () => undefined,
    };
  }
}

/** Passes on only the words between tags. Nothing follows a tag that does not end. */
export function withoutTags({ write, end }: Words): Words {
  let inTag = false;
  return {
    end,
    write: (text) => {
      const kept: string[] = [];
      for (let at = 0; at < text.length;) {
        const next = text.indexOf(inTag ? '>' : '<', at);
        const until = next < 0 ? text.length : next;
        if (!inTag) kept.push(text.slice(at, until));
        if (next >= 0) inTag = !inTag;
        at = until + 1;
      }
      write(kept.join(''));
    },
  };
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const LONGEST_ENTITY = '&#x10ffff;'.length;

/** Passes on words with their XML entities resolved. */
export function unescaped({ write, end }: Words): Words {
  let held = '';
  const resolved = (xml: string): string =>
    xml.replace(
      /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi,
      (whole, hex?: string, decimal?: string, name?: string) => {
        if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
        const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
        return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      },
    );
  return {
    write: (text) => {
      const whole = held + text;
      const begun = whole.lastIndexOf('&');
      const cut = begun >= 0 && begun > whole.length - LONGEST_ENTITY ? begun : whole.length;
      held = whole.slice(cut);
      write(resolved(whole.slice(0, cut)));
    },
    end: () => {
      write(resolved(held));
      end();
    },
  };
}
