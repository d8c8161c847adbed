import type { Bilingual, Instant, Language, Party, Text } from '@parley/kernel';
import { html, type Html, type Part } from './html';

/** How a page speaks: its language, its parties' names, and the seat's clock. */
export class PageContext {
  readonly #day: Intl.DateTimeFormat;
  readonly #minute: Intl.DateTimeFormat;

  constructor(
    readonly lang: Language,
    readonly parties: readonly Party[],
    readonly now: Instant,
    zone: string,
  ) {
    const locale = lang === 'en' ? 'en-GB' : 'zh-CN';
    this.#day = new Intl.DateTimeFormat(locale, {
      timeZone: zone,
      year: 'numeric',
      month: lang === 'en' ? 'short' : 'long',
      day: 'numeric',
    });
    this.#minute = new Intl.DateTimeFormat(locale, {
      timeZone: zone,
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZoneName: lang === 'en' ? 'short' : 'shortOffset',
    });
  }

  /** The secretariat's words in the language of the page. */
  say(words: Bilingual): string {
    return words[this.lang];
  }

  partyName(code: string): string {
    const party = this.parties.find((one) => one.code === code);
    return party ? this.say(party.name) : code;
  }

  /** As `partyName`, within a sentence: `the United States`. */
  partyInSentence(code: string): string {
    const party = this.parties.find((one) => one.code === code);
    return party ? this.say(party.inSentence) : code;
  }

  /** A day, and in machine form the instant. */
  day(instant: string): Html {
    return html`<time datetime="${instant}">${this.#day.format(new Date(instant))}</time>`;
  }

  /** A day and a minute in seat time, with the offset or name of its zone. */
  minute(instant: string): Html {
    const date = new Date(instant);
    const parts = this.#minute.formatToParts(date);
    const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((one) => one.type === type)?.value ?? '';
    const time = `${part('hour')}:${part('minute')}`;
    const zone = part('timeZoneName').replace('GMT', 'UTC');
    const minute = this.lang === 'en' ? `${time} ${zone}` : `${time}（${zone}）`;
    return html`<time datetime="${instant}">${this.#day.format(date)} <span class="minute">${minute}</span></time>`;
  }

  /** Things side by side in one sentence. */
  listed(...things: readonly Part[]): Html {
    return html`${things.map((thing, index) => (index === 0 ? thing : html`${this.lang === 'en' ? ', ' : '，'}${thing}`))}`;
  }

  /** Something said in brackets behind something else. */
  aside(thing: Part): Html {
    return this.lang === 'en' ? html` (${thing})` : html`（${thing}）`;
  }

  /**
   * What a person wrote, in the language of the page where there is one, else in its own. It is set apart from the text
   * around it, so that no direction of writing spills over.
   */
  written(texts: readonly Text[], otherwise?: Html): Html {
    const text = texts.find(({ lang }) => lang === this.lang) ?? texts[0];
    if (text === undefined) return html`–`;
    return html`<bdi lang="${text.lang}">${text.text}</bdi>${text.lang !== this.lang && otherwise}`;
  }

  /** All that a person wrote in the language of the page, a paragraph each; in its own where there is none. */
  paragraphs(texts: readonly Text[]): Html {
    const own = texts.filter(({ lang }) => lang === this.lang);
    return html`${(own.length > 0 ? own : texts).map(({ lang, text }) => html`<p class="written" lang="${lang}"><bdi>${text}</bdi></p>`)}`;
  }

  /** Address of a page in the language of this one, or in the other. */
  link(
    path: string,
    query: Readonly<Record<string, string | number | undefined>> = {},
    lang: Language = this.lang,
  ): string {
    const search = new URLSearchParams({ lang });
    for (const [name, value] of Object.entries(query))
      if (value !== undefined && value !== '') search.set(name, String(value));
    return `${path}?${search.toString()}`;
  }

  get otherLang(): Language {
    return this.lang === 'en' ? 'zh-Hans' : 'en';
  }
}
