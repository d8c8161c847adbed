import type { Bilingual, Language } from '@parley/kernel';
import { whoMay } from '../caller/role-words';
import { html, type Html } from '../pages/html';
import { problemLink, ruleLink, withRuleLinks } from '../pages/rule-links';
import { problemCatalogue } from '../problems/problem-catalogue';
import { exampleOf } from '../openapi/example-of';
import { described, inline } from './described';
import { exampleRequest } from './example-request';
import type { Answer, Content, Parameter, ShownOperation } from './reference';
import { fieldsOf, limitsOf, nameOf, typeOf, type Schema, type Schemas } from './schema-shape';

/** Everything of one operation. What the document says of it is in English; its refusals are in both languages. */
export const operationSection = (operation: ShownOperation, schemas: Schemas, lang: Language): Html => {
  const { id, method, path, summary, about, parameters, body, answers } = operation;
  return html`<section class="operation" id="${id}" aria-labelledby="${id}-name">
<h2 id="${id}-name" lang="en"><a href="#${id}">${summary}</a></h2>
<p class="request"><code>${method} ${path}</code> · <code>${id}</code></p>
<div class="prose" lang="en">${described(about, lang)}</div>
${factsOf(operation, lang)}
${
  parameters.length > 0 &&
  html`<h3>${WORDS.parameters[lang]}</h3>
<dl class="entries fields">${parameters.map((parameter) => parameterEntry(parameter, lang))}</dl>`
}
${body.map((content) => bodyPart(content, schemas, lang))}
<h3>${WORDS.example[lang]}</h3>
<pre><code>${exampleRequest(operation, schemas)}</code></pre>
<h3>${WORDS.answers[lang]}</h3>
<ul class="entries">${answers.map((answer) => answerEntry(answer, schemas, lang))}</ul>
${refusalsOf(operation, lang)}
</section>
`;
};

const factsOf = ({ isPublic, isLogged, roles, act }: ShownOperation, lang: Language): Html => {
  const side = act?.side === 'complainant' || act?.side === 'respondent' ? WORDS[act.side][lang] : undefined;
  const whoever = isPublic ? WORDS.everybody[lang] : whoMay(roles)[lang];
  return html`<dl class="facts">
<div><dt>${WORDS.who[lang]}</dt><dd>${whoever}${side !== undefined && html` (${side})`}</dd></div>
${act && html`<div><dt>${WORDS.rule[lang]}</dt><dd>${ruleLink(act.rule, lang)}</dd></div>`}
${act?.whileSuspended === false && html`<div><dt>${WORDS.suspended[lang]}</dt><dd>${WORDS.no[lang]}</dd></div>`}
${isLogged && html`<div><dt>${WORDS.record[lang]}</dt><dd>${WORDS.logged[lang]}</dd></div>`}
</dl>`;
};

const parameterEntry = (
  { name, in: place, required = false, description = '', schema = {} }: Parameter,
  lang: Language,
) => entry(name, html`<code>${place}</code> ${shapeOf(schema, required, lang)}`, description, lang);

const bodyPart = ({ type, schema }: Content, schemas: Schemas, lang: Language): Html => {
  const name = nameOf(schema);
  const named = name === undefined ? schema : (schemas[name] ?? {});
  return html`<h3>${WORDS.body[lang]}</h3>
<p class="note"><code>${type}</code> ${typeOf(schema)}</p>
${fieldList(named, lang)}`;
};

/** The fields of a schema, and those of the nameless objects in it. */
export const fieldList = (schema: Schema, lang: Language): Html | false => {
  const fields = fieldsOf(schema);
  return (
    fields.length > 0 &&
    html`<dl class="entries fields">${fields.map(({ name, field, must }) =>
      entry(name, shapeOf(field, must, lang), field.description ?? '', lang, fieldList(field.items ?? field, lang)),
    )}</dl>`
  );
};

const entry = (name: string, shape: Html, about: string, lang: Language, within: Html | false = false): Html =>
  html`<div><dt><code class="key">${name}</code> ${shape}</dt><dd lang="en">${inline(about, lang)}${within}</dd></div>
`;

const shapeOf = (schema: Schema, must: boolean, lang: Language): Html => {
  const limits = limitsOf(schema);
  return html`${typeOf(schema)}${must && html` · ${WORDS.required[lang]}`}${limits.markup !== '' && html` · ${limits}`}`;
};

const answerEntry = ({ status, about, contents, headers }: Answer, schemas: Schemas, lang: Language): Html =>
  html`<li><p><span class="key">${status}</span> ${contents.map(
    ({ type, schema }) => html`<code>${type}</code> ${typeOf(schema)} `,
  )}${headers.map((name) => html`· <code>${name}</code> `)}</p>${about !== '' && html`<p lang="en">${about}</p>`}${contents
    .filter(({ type }) => type === 'application/json')
    .map(
      ({ schema }) => html`<details><summary>${WORDS.answer[lang]}</summary>
<pre><code>${JSON.stringify(exampleOf(schema, schemas), null, 2)}</code></pre></details>`,
    )}</li>
`;

/** Whether any request may meet a problem, whatever it asks for. */
const GENERAL: ReadonlySet<string> = new Set(Object.values(problemCatalogue).map(({ code }) => code));

const refusalsOf = ({ refusals }: ShownOperation, lang: Language): Html => {
  const own = refusals.filter(({ code }) => !GENERAL.has(code));
  const general = refusals.filter(({ code }) => GENERAL.has(code));
  return html`<h3>${WORDS.refusals[lang]}</h3>
${
  own.length > 0 &&
  html`<ul class="entries">${own.map(
    (kind) => html`<li><p>${problemLink(kind.code, lang)} <span class="note">${kind.status}${
      kind.rule !== undefined && html` · ${ruleLink(kind.rule, lang)}`
    }</span></p><p>${withRuleLinks(kind[lang], lang)}</p></li>
`,
  )}</ul>`
}
<p class="general">${WORDS.general[lang]} ${general.map(
    ({ code, status }, index) => html`${index > 0 && ' · '}${problemLink(code, lang)} ${status}`,
  )}</p>`;
};

const say = (en: string, zh: string): Bilingual => ({ en, 'zh-Hans': zh });

const WORDS = {
  who: say('Who may', '何人可以'),
  everybody: say('everybody, without signing in', '任何人，无须登录'),
  complainant: say('of the complainant', '申诉方'),
  respondent: say('of the respondent', '被申诉方'),
  rule: say('Rule', '依据规则'),
  suspended: say('While the case is suspended', '案件中止期间'),
  no: say('not done', '不得进行'),
  record: say('On record', '记录'),
  logged: say('who reads it, and what for', '何人因何目的读取'),
  parameters: say('Parameters', '参数'),
  body: say('Body', '请求正文'),
  required: say('required', '必填'),
  example: say('Example, with the example of each field', '示例（各字段取其示例值）'),
  answers: say('Answers', '答复'),
  answer: say('An answer, of the examples of its fields', '答复示例（各字段取其示例值）'),
  refusals: say('Refusals', '拒绝事由'),
  general: say('As other requests may be:', '其他请求亦可能遇到：'),
} as const;
