import { html, type Html } from '@parley/http';
import type { Bilingual } from '@parley/kernel';
import type { AttestationShown } from '../../log/log.response';
import type { PageContext } from './page-context.page';

const say = (en: string, zh: string): Bilingual => ({ en, 'zh-Hans': zh });

const WORDS = {
  heading: say('What both sides have witnessed', '双方已见证的部分'),
  split: say(
    'ALARM. A witness has proved that the transparency log has shown two pasts. The key of the log signed both. The ' +
      'proof stands in the data of this page, and anybody can check it.',
    '警报：一见证方已证明透明日志显示过两种过去。二者均由日志的密钥签署。证明载于本页数据，任何人均可查验。',
  ),
  halted: say(
    'ALARM. The transparency log signs nothing more: what it has is not what was signed, or witnessed, before. What ' +
      'is recorded now is in no checkpoint until people have found out why.',
    '警报：透明日志已停止签署：其现有内容与此前所签署或见证的不符。在查明原因之前，此时所载入的事项不在任何检查点之内。',
  ),
  provesNothing: say(
    'In this installation this proves nothing: a witness runs on the machine of the log, and whoever keeps the log ' +
      'holds its key.',
    '在本系统中，这不能证明任何事项：有见证方与日志同处一台机器，其密钥由日志保管者掌握。',
  ),
  whole: say('Entries of the transparency log', '透明日志的条目数'),
  attested: say('of them jointly attested', '其中已共同见证'),
  behind: say('Behind', '落后'),
  cosigned: say('Cosigned by the witness of', '以下一方的见证方已副署：'),
  note: say(
    'Each event, of any case, is an entry that says nothing by itself. A checkpoint is jointly attested when the ' +
      'witness of each side has cosigned it. No event waits for that to take effect.',
    '每一事件（无论属于哪一案件）均为一个条目，条目本身不透露任何内容。检查点经双方见证方副署，即为共同见证。任何事件的效力均不因此等待。',
  ),
} as const satisfies Record<string, Bilingual>;

/** The alarm of a log that may not go on. */
export const haltedPart = (page: PageContext): Html =>
  html`<p class="note"><strong>${page.say(WORDS.halted)}</strong></p>`;

/** How far the transparency log is jointly attested (I-38), and the alarm where it has shown two pasts. */
export const attestationPart = (page: PageContext, attestation: AttestationShown): Html => {
  const { entries, attestedEntries, behindEntries, behindSeconds, witnesses, provesNothing, split } = attestation;
  const rows = [
    [page.say(WORDS.whole), String(entries)],
    [page.say(WORDS.attested), String(attestedEntries)],
    [page.say(WORDS.behind), lagIn(page, behindEntries, behindSeconds)],
    ...witnesses.map((witness) => [
      `${page.say(WORDS.cosigned)}${page.lang === 'en' ? ' ' : ''}${page.partyInSentence(witness.party)}`,
      String(witness.entries),
    ]),
  ];
  return html`<section aria-labelledby="attested">
<h2 id="attested">${page.say(WORDS.heading)}</h2>
${split !== null && html`<p class="note"><strong>${page.say(WORDS.split)}</strong></p>`}
${provesNothing && html`<p class="note"><strong>${page.say(WORDS.provesNothing)}</strong></p>`}
<dl class="clock">
${rows.map(
  ([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>
`,
)}</dl>
<p class="note">${page.say(WORDS.note)}</p>
</section>`;
};

const lagIn = ({ lang }: PageContext, entries: number, seconds: number): string =>
  lang === 'en'
    ? `${String(entries)} entries, ${String(seconds)} s`
    : `${String(entries)} 个条目，${String(seconds)} 秒`;
