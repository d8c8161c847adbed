import type { Bilingual, Language } from '@parley/kernel';
import { problemPath } from '@parley/procedure';
import { html, type Html } from '../pages/html';
import { FRAME_WORDS, pageFrame, pageLink } from '../pages/page-frame';
import { problemLink, ruleLink, withRuleLinks } from '../pages/rule-links';
import type { ProblemShown, ProblemKindShown, ProblemsShown, QuotingActShown } from './problem-kind.response';

/** All problems, in the order of their codes. */
export const problemsPage = ({ items }: ProblemsShown, lang: Language): string =>
  pageFrame(
    problemFrame(lang, '/problems', FRAME_WORDS.problems[lang]),
    html`<h1>${FRAME_WORDS.problems[lang]}</h1>
<p class="lead">${WORDS.intro[lang]}</p>
${problemList(items, lang, ({ rule }) => rule)}`,
  );

/** One problem: what it says, by which rule, and who may meet it. */
export const problemPage = ({ acts, ...kind }: ProblemShown, lang: Language): string =>
  pageFrame(
    problemFrame(lang, problemPath(kind.code), kind.code),
    html`<p class="back"><a href="${pageLink('/problems', lang)}">${FRAME_WORDS.problems[lang]}</a></p>
<article>
<h1><code>${kind.code}</code></h1>
<p class="written">${withRuleLinks(kind[lang], lang)}</p>
<dl class="facts">
<div><dt>${WORDS.status[lang]}</dt><dd>${kind.status}</dd></div>
${kind.rule !== undefined && html`<div><dt>${WORDS.rule[lang]}</dt><dd>${ruleLink(kind.rule, lang)}</dd></div>`}
</dl>
${actList(acts, WORDS.acts, lang)}
</article>`,
  );

/** Problems with their sentences, and the rule of each where `ruleOf` gives it. */
export const problemList = (
  kinds: readonly ProblemKindShown[],
  lang: Language,
  ruleOf: (kind: ProblemKindShown) => string | undefined = () => undefined,
): Html =>
  html`<ul class="entries">
${kinds.map((kind) => {
  const rule = ruleOf(kind);
  return html`<li><p class="key">${problemLink(kind.code, lang)}</p><p>${withRuleLinks(kind[lang], lang)}${
    rule !== undefined && html` <span class="note">${ruleLink(rule, lang)}</span>`
  }</p></li>
`;
})}</ul>`;

/** A section with acts; `false` when there are none. What an act does is said in the words of the API, in English. */
export const actList = (acts: readonly QuotingActShown[], title: Bilingual, lang: Language): Html | false =>
  acts.length > 0 &&
  html`<section aria-labelledby="acts"><h2 id="acts">${title[lang]}</h2>
<ul class="entries">
${acts.map(
  ({ operation, summary }) => html`<li><p class="key"><code>${operation}</code></p><p lang="en">${summary}</p></li>
`,
)}</ul></section>`;

const problemFrame = (lang: Language, path: string, title: string) => ({
  ...{ lang, title, path, data: path },
  part: { name: FRAME_WORDS.problems, path: '/problems' },
  foot: [html`${FRAME_WORDS.asData[lang]}`],
});

const WORDS = {
  intro: {
    en:
      'Each refusal has a code that stays, a sentence and, where there is one, the rule that refuses. The type of ' +
      'a problem leads to its page here.',
    'zh-Hans': '每项拒绝均有不变的代码、说明，以及所依据的规则（如有）。问题的 type 即指向此处相应页面。',
  },
  status: { en: 'HTTP status', 'zh-Hans': 'HTTP 状态码' },
  rule: { en: 'Rule that refuses', 'zh-Hans': '所依规则' },
  acts: { en: 'Acts that may be refused so', 'zh-Hans': '可能因此被拒绝的行为' },
} as const satisfies Readonly<Record<string, Bilingual>>;
