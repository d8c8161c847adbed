import type { Bilingual } from '@parley/kernel';
import { both, type Pair } from './entry';

type NameOf = (party: string) => Bilingual;

/** `expert:US:1`, `answer:2`: what a case counts of a kind, for a party or for all. */
const NUMBERED = /^[a-z-]+:(?:([A-Z]{2,8}):)?(\d+)$/;

/** A thing by its place among its kind: `no. 1 of China`. Any other id stands as it is. */
export function numberInWords(id: string, nameOf: NameOf): Bilingual {
  const [, party, n] = NUMBERED.exec(id) ?? [];
  if (n === undefined) return both([id, id]);
  if (party === undefined) return both([`no. ${n}`, `第 ${n} 号`]);
  const { en, 'zh-Hans': zh } = nameOf(party);
  return both([`no. ${n} of ${en}`, `${zh}第 ${n} 号`]);
}

/** Papers that one side may write once, or for each amendment, by what stands before the colon of their number. */
const PAPERS: Readonly<Record<string, (of: string, nameOf: NameOf) => Pair>> = {
  grievance: () => ['grievance', '申诉'],
  reply: () => ['reply', '答复'],
  amendment: (id) => [`amendment ${id}`, `修正 ${id}`],
  'amendment-reply': (id) => [`reply to amendment ${id}`, `对修正 ${id} 的答复`],
  answer: (n) => [`answer no. ${n}`, `第 ${n} 号答复`],
  'interim-comment': (party, nameOf) => [
    `comment of ${nameOf(party).en} on the interim text`,
    `${nameOf(party)['zh-Hans']}对中期文本的评论`,
  ],
  'summary-for': (of, nameOf) => {
    const [party = '', n = ''] = of.split(':');
    return [`summary no. ${n} for ${nameOf(party).en}`, `为${nameOf(party)['zh-Hans']}提供的第 ${n} 号摘要`];
  },
  comment: (of, nameOf) => {
    const [party = '', ...about] = of.split(':');
    const [name, on] = [nameOf(party), numberInWords(about.join(':'), nameOf)];
    return [`comment of ${name.en} on ${on.en}`, `${name['zh-Hans']}对${on['zh-Hans']}材料的评论`];
  },
};

/** A document of a case by its number, in quotes. An exhibit has its number in either language, and no quotes. */
export function paperInWords(number: string, nameOf: NameOf): Bilingual {
  const [, kind = '', of = ''] = /^([a-z-]+)(?::(.+))?$/.exec(number) ?? [];
  const name = Object.hasOwn(PAPERS, kind) ? PAPERS[kind]?.(of, nameOf) : undefined;
  if (!name) return both([number, number]);
  const [en, zh] = name;
  return both([`“${en}”`, `“${zh}”`]);
}
