import type { Bilingual, Language } from '@parley/kernel';
import { lengthInWords, rulesOfVersionPath, TRACK_WORDS, type ClockUnit, type Track } from '@parley/procedure';
import { html, type Html } from '../pages/html';
import { FRAME_WORDS, pageFrame, pageLink, type Frame } from '../pages/page-frame';
import { ruleLink, withRuleLinks } from '../pages/rule-links';
import { actList, problemList } from '../problems/problem.page';
import type { RuleSetShown } from '../procedure/procedure.response';
import type { ClockShown } from '../procedure/track.response';
import type { GlossaryShown, RuleBookShown, RuleShown, RuleInBookShown } from './rule-book.response';

/** All rules, part by part. */
export const ruleBookPage = ({ parts, items }: RuleBookShown, lang: Language): string =>
  pageFrame(
    frameOf(lang, '/rules', FRAME_WORDS.rules),
    html`<h1>${FRAME_WORDS.rules[lang]}</h1>
<p class="lead">${WORDS.intro[lang]}</p>
<nav aria-label="${WORDS.parts[lang]}"><ul class="parts">${parts.map(
      ({ part, title }) => html`<li><a href="#${part}">${title[lang]}</a></li>`,
    )}</ul></nav>
${parts.map(
  ({ part, title }) => html`<section aria-labelledby="${part}"><h2 id="${part}">${title[lang]}</h2>
<ul class="entries">
${items.filter((item) => item.part === part).map((item) => ruleEntry(item, lang))}</ul></section>
`,
)}`,
  );

const ruleEntry = ({ rule, title, sentence }: RuleInBookShown, lang: Language): Html =>
  html`<li><p class="key">${ruleLink(rule, lang)}${isNamed(rule, title, lang) && html` ${title[lang]}`}</p><p>${withRuleLinks(sentence[lang], lang)}</p></li>
`;

/** One rule: what it says, why, what it changes, its clocks, and what quotes it. */
export const rulePage = (shown: RuleShown, lang: Language): string => {
  const { rule, path, title, sentence, why, changes, version, tracks, defaults, acts, refusals } = shown;
  return pageFrame(
    frameOf(lang, path, FRAME_WORDS.rules, rule),
    html`<p class="back"><a href="${pageLink('/rules', lang)}">${FRAME_WORDS.rules[lang]}</a></p>
<article>
<h1>${rule}${isNamed(rule, title, lang) && html` <small>${title[lang]}</small>`}</h1>
<p class="written">${withRuleLinks(sentence[lang], lang)}</p>
${textSection('why', WORDS.why, why, lang)}
${textSection('changes', WORDS.changes, changes, lang)}
${clockSection({ tracks, defaults, version }, lang)}
${actList(acts, WORDS.acts, lang)}
${
  refusals.length > 0 &&
  html`<section aria-labelledby="refusals"><h2 id="refusals">${WORDS.refusals[lang]}</h2>
${problemList(refusals, lang)}</section>`
}
</article>`,
  );
};

/** A version of the rules: since when it holds, and its clocks with their lengths and defaults. */
export const versionPage = (shown: RuleSetShown, lang: Language): string => {
  const { version, amends, inForceFrom, zone, tracks, defaults } = shown;
  return pageFrame(
    {
      ...frameOf(lang, rulesOfVersionPath(version), FRAME_WORDS.rules, version),
      data: `/v1/procedure?version=${version}`,
    },
    html`<p class="back"><a href="${pageLink('/rules', lang)}">${FRAME_WORDS.rules[lang]}</a></p>
<article>
<h1>${FRAME_WORDS.rules[lang]} <small>${version}</small></h1>
<dl class="clock">
<div><dt>${WORDS.inForce[lang]}</dt><dd>${inForceFrom === null ? WORDS.notAdopted[lang] : html`<time datetime="${inForceFrom}">${atSeat(inForceFrom, zone, lang)}</time>`}</dd></div>
${amends !== null && html`<div><dt>${WORDS.amends[lang]}</dt><dd>${versionLink(amends, lang)}</dd></div>`}
</dl>
${clockSection({ tracks, defaults, version }, lang)}
</article>`,
  );
};

const atSeat = (instant: string, timeZone: string, lang: Language): string =>
  new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : 'zh-CN', {
    ...{ timeZone, year: 'numeric', month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit' },
    ...{ hourCycle: 'h23', timeZoneName: lang === 'en' ? 'short' : 'shortOffset' },
  }).format(new Date(instant));

const versionLink = (version: string, lang: Language): Html =>
  html`<a href="${pageLink(rulesOfVersionPath(version), lang)}">${version}</a>`;

const textSection = (id: string, title: Bilingual, text: Bilingual, lang: Language): Html =>
  html`<section aria-labelledby="${id}"><h2 id="${id}">${title[lang]}</h2>
<p class="written">${withRuleLinks(text[lang], lang)}</p></section>`;

type Clocks = Pick<RuleShown, 'tracks' | 'defaults' | 'version'>;

function clockSection({ tracks, defaults, version }: Clocks, lang: Language): Html | false {
  const running = tracks.flatMap(({ track, clocks }) => clocks.map((clock) => ({ track: track as Track, clock })));
  if (running.length === 0) return false;
  const entries = [...Map.groupBy(running, ({ clock }) => clock.clock).values()];
  return html`<section aria-labelledby="clocks"><h2 id="clocks">${WORDS.clocks[lang]}</h2>
<p class="note">${WORDS.version[lang]} ${versionLink(version, lang)}</p>
<ul class="entries clocks">
${entries.map((onTracks) => clockEntry(onTracks, defaults, lang))}</ul></section>`;
}

interface RunningOnTrack {
  readonly track: Track;
  readonly clock: ClockShown;
}

/** A clock with its length on each track, what starts it, and what happens at its end. */
function clockEntry(onTracks: readonly RunningOnTrack[], defaults: Clocks['defaults'], lang: Language): Html | false {
  const first = onTracks[0]?.clock;
  if (first === undefined) return false;
  const silence = defaults.find(({ id }) => id === first.onSilence);
  return html`<li><p class="key">${first.description[lang]}</p><dl class="clock">
${onTracks.map(
  ({ track, clock: { length, unit } }) =>
    html`<div><dt>${TRACK_WORDS[track][lang]}</dt><dd>${lengthInWords(length, unit as ClockUnit)[lang]}</dd></div>
`,
)}<div><dt>${WORDS.from[lang]}</dt><dd>${withRuleLinks(first.from[lang], lang)}</dd></div>
${
  silence &&
  html`<div><dt>${WORDS.silence[lang]}</dt><dd>${withRuleLinks(silence.description[lang], lang)}</dd></div>
`
}</dl></li>
`;
}

/** The words of the procedure, each with its term in both languages. */
export const glossaryPage = ({ items }: GlossaryShown, lang: Language): string => {
  const other: Language = lang === 'en' ? 'zh-Hans' : 'en';
  return pageFrame(
    frameOf(lang, '/glossary', FRAME_WORDS.glossary),
    html`<h1>${FRAME_WORDS.glossary[lang]}</h1>
<p class="lead">${WORDS.words[lang]}</p>
<dl class="entries">
${items.map(
  ({ word, term, meaning }) =>
    html`<div id="${word}"><dt class="key">${term[lang]} <span lang="${other}">${term[other]}</span></dt><dd>${withRuleLinks(meaning[lang], lang)}</dd></div>
`,
)}</dl>`,
  );
};

const frameOf = (lang: Language, path: string, name: Bilingual, title = name[lang]): Frame => ({
  ...{ lang, title, path, data: path },
  part: { name, path: name === FRAME_WORDS.glossary ? '/glossary' : '/rules' },
  foot: [html`${FRAME_WORDS.asData[lang]}`],
});

/** True for a rule whose title says more than the name by which it is quoted. */
const isNamed = (rule: string, title: Bilingual | null, lang: Language): title is Bilingual =>
  title !== null && title[lang].toLowerCase() !== rule.replaceAll('-', ' ');

const WORDS = {
  intro: {
    en: 'Every rule that a refusal, an act or the docket quotes, with why it is so and what it changes.',
    'zh-Hans': '凡拒绝、行为或登记簿所引用的规则均载于此，并说明其理由及影响。',
  },
  parts: { en: 'Parts', 'zh-Hans': '各部分' },
  why: { en: 'Why it is so', 'zh-Hans': '理由' },
  changes: { en: 'What it changes', 'zh-Hans': '影响' },
  clocks: { en: 'Clocks', 'zh-Hans': '期限' },
  version: { en: 'Of the version', 'zh-Hans': '版本：' },
  inForce: { en: 'in force from', 'zh-Hans': '生效时间' },
  notAdopted: { en: 'not adopted by the co-heads', 'zh-Hans': '共同负责人尚未通过' },
  amends: { en: 'amends', 'zh-Hans': '修订自' },
  from: { en: 'from', 'zh-Hans': '起算' },
  silence: { en: 'if nobody acts', 'zh-Hans': '无人行事时' },
  acts: { en: 'Acts by this rule', 'zh-Hans': '依本规则的行为' },
  refusals: { en: 'Refusals that quote it', 'zh-Hans': '引用本规则的拒绝' },
  words: {
    en: 'What the words of the procedure mean here. English and Chinese are equally authentic.',
    'zh-Hans': '程序用语在本程序中的含义。英文与中文具有同等效力。',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;
