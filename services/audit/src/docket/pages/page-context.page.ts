import { inUtc } from '@parley/contracts';
import { html, pageLink, type Html, type Part } from '@parley/http';
import { parseInstant, type Bilingual, type Language, type Party, type Text } from '@parley/kernel';

/** The language of a page, the names of the parties, and the time zone of the seat. */
export class PageContext {
  readonly #day: Intl.DateTimeFormat;
  readonly #minute: Intl.DateTimeFormat;

  constructor(
    readonly lang: Language,
    readonly parties: readonly Party[],
    zone: string,
    /** Whether each page says that production is only tried here. */
    readonly trial = false,
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

  /** A sentence of the record. Instants that it names in UTC are shown in seat time, as all others of the page. */
  sentence(texts: Bilingual): Html {
    const parts = this.say(texts).split(NAMED_IN_UTC);
    return html`${parts.map((part) => {
      const instant = part.endsWith(UTC)
        ? parseInstant(`${part.slice(0, -UTC.length).replace(' ', 'T')}:00Z`)
        : undefined;
      return instant !== undefined && inUtc(instant) === part ? this.minute(instant) : part;
    })}`;
  }

  partyName(code: string): string {
    const party = this.parties.find((one) => one.code === code);
    return party ? this.say(party.name) : code;
  }

  /** Like `partyName`, within a sentence: `the United States`. */
  partyInSentence(code: string): string {
    const party = this.parties.find((one) => one.code === code);
    return party ? this.say(party.inSentence) : code;
  }

  /** A day, with the instant in machine form. */
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

  /** Things in a row within one sentence. */
  listed(...things: readonly Part[]): Html {
    return html`${things.map((thing, index) => (index === 0 ? thing : html`${this.lang === 'en' ? ', ' : '，'}${thing}`))}`;
  }

  /** A remark in brackets. */
  aside(thing: Part): Html {
    return this.lang === 'en' ? html` (${thing})` : html`（${thing}）`;
  }

  /**
   * What a person wrote, in the language of the page if there is such a text, else in its own. It is isolated from the
   * text around it, so that its direction of writing does not spill over.
   */
  written(texts: readonly Text[], otherwise?: Html): Html {
    const text = texts.find(({ lang }) => lang === this.lang) ?? texts[0];
    if (text === undefined) return html`–`;
    return html`<bdi lang="${text.lang}">${text.text}</bdi>${text.lang !== this.lang && otherwise}`;
  }

  /** All texts of a person in the language of the page, a paragraph each; all of them when there is none in it. */
  paragraphs(texts: readonly Text[]): Html {
    const own = texts.filter(({ lang }) => lang === this.lang);
    return html`${(own.length > 0 ? own : texts).map(({ lang, text }) => html`<p class="written" lang="${lang}"><bdi>${text}</bdi></p>`)}`;
  }

  /** The address of a page, in the language of this page or another. */
  link(
    path: string,
    query: Readonly<Record<string, string | number | undefined>> = {},
    lang: Language = this.lang,
  ): string {
    return pageLink(path, lang, query);
  }

  /** A word with a link to what it means here. */
  term(word: string, name: Part): Html {
    return html`<a href="${this.link('/glossary')}#${word}">${name}</a>`;
  }
}

const UTC = ' UTC';
/** An instant as the word book names it in a sentence. */
const NAMED_IN_UTC = /(\d{4}-\d{2}-\d{2} \d{2}:\d{2} UTC)/;
