/** Markup that is safe to send. Only `html` makes it, and escapes whatever goes into it. */
export class Html {
  constructor(readonly markup: string) {}
}

/** A value that `html` takes. */
export type Part = Html | string | number | null | undefined | false | readonly Part[];

/** Builds markup. Every value that is not markup itself is escaped as text. */
export const html = (parts: TemplateStringsArray, ...values: readonly Part[]): Html =>
  new Html(parts.reduce((markup, part, index) => markup + render(values[index - 1]) + part));

function render(value: Part): string {
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof Html) return value.markup;
  if (typeof value === 'object') return value.map(render).join('');
  return escapeText(String(value));
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Characters that would hide text or turn the order of reading. A replacement character shows where they were. */
const UNSEEN = /(?![\n\t])[\p{Bidi_Control}\p{Cc}]/gu;

/** Escapes text for content and for quoted attributes alike. */
export const escapeText = (text: string): string =>
  text.replace(UNSEEN, '\ufffd').replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
