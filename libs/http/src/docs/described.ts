import type { Language } from '@parley/kernel';
import { html, type Html } from '../pages/html';
import { rulesLinked } from '../pages/rule-links';

/**
 * A description of the document: paragraphs, with code between backticks. That is all the Markdown that descriptions
 * use. Whatever else stands there is text. Each rule that is quoted is a link.
 */
export const described = (text: string, lang: Language): Html =>
  html`${text
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => html`<p>${inline(paragraph, lang)}</p>`)}`;

/** The same within a line. A backtick without a second one is text. */
export function inline(text: string, lang: Language): Html {
  const parts = text.split(/`([^`\n]+)`/);
  return html`${parts.map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : rulesLinked(part, lang)))}`;
}
