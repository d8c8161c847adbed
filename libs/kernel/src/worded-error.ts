import type { Bilingual } from './text';

/**
 * Why a command does not do something, or why something does not hold: a code for programs, and a sentence for people
 * in both languages. Each command has its own codes. It has a path of its own, since the verifier in one file can take
 * it only without the packages that the rest of the kernel needs.
 */
export abstract class WordedError<Code extends string> extends Error {
  readonly #sentence: Bilingual;

  /**
   * @param sentences of all codes
   * @param about what it is about, such as a file, a line or a number
   */
  protected constructor(
    sentences: Readonly<Record<Code, Bilingual>>,
    readonly code: Code,
    readonly about: string | Bilingual,
  ) {
    super(`${sentences[code].en} (${typeof about === 'string' ? about : about.en})`);
    this.#sentence = sentences[code];
  }

  /** The sentence, with what it is about in parentheses. */
  get words(): Bilingual {
    const { en, 'zh-Hans': zh } = this.#sentence;
    const about = typeof this.about === 'string' ? { en: this.about, 'zh-Hans': this.about } : this.about;
    return { en: `${en} (${about.en})`, 'zh-Hans': `${zh}（${about['zh-Hans']}）` };
  }
}
