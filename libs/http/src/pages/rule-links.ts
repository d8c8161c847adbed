import type { Language } from '@parley/kernel';
import { problemPath, QUOTED_RULE, ruleNamed, rulePath } from '@parley/procedure';
import { html, type Html } from './html';
import { pageLink } from './page-frame';

/** A rule as it is quoted, with a link to its page; only its name where there is no page. */
export const ruleLink = (rule: string, lang: Language): Html =>
  ruleNamed(rule) === undefined
    ? html`${rule}`
    : html`<a class="rule" href="${pageLink(rulePath(rule), lang)}">${rule}</a>`;

/** The code of a problem, with a link to its page. */
export const problemLink = (code: string, lang: Language): Html =>
  html`<a href="${pageLink(problemPath(code), lang)}"><code>${code}</code></a>`;

/** A text of the secretariat's own. Each rule that it quotes is a link; what stands between asterisks is stressed. */
export function withRuleLinks(text: string, lang: Language): Html {
  const parts = text.split('*').map((part) => rulesLinked(part, lang));
  return html`${parts.map((part, index) => (index % 2 === 1 ? html`<em>${part}</em>` : part))}`;
}

/** A text in which each rule that it quotes is a link. */
export function rulesLinked(text: string, lang: Language): Html {
  const quoted = [...text.matchAll(QUOTED_RULE)];
  const ends = [0, ...quoted.map(({ index, 0: rule }) => index + rule.length)];
  const links = quoted.map(({ index, 0: rule }, at) => html`${text.slice(ends[at], index)}${ruleLink(rule, lang)}`);
  return html`${links}${text.slice(ends.at(-1))}`;
}
