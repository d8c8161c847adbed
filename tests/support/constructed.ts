import type { WtoCase } from './wto-case';

/** The mark of a text of ours, so that nobody takes it for a government's. */
export const CONSTRUCTED = '[constructed] ';
export const CONSTRUCTED_ZH = '［虚构］';

const original = (text: string) => ({ lang: 'en', text, kind: 'original' });

/** A measure is older than the request about it; the data do not say by how much. */
const before = (date: string, days: number): string =>
  new Date(Date.parse(date) - days * 86_400_000).toISOString().slice(0, 10);

/**
 * A grievance for a real dispute: title and legal basis are real; measures, facts, remedy, summaries and Chinese texts,
 * which the data lack, are constructed and say so. An agreement that is named without an article is invoked as a whole.
 */
export function constructedGrievance({ ds, title, agreements, consultationsRequested, respondent, source }: WtoCase) {
  const provisions = agreements.flatMap(({ code, articles }) =>
    (articles.length === 0 ? [undefined] : articles).map((article) => ({ code, article })),
  );
  return {
    subject: [
      original(title),
      { lang: 'zh-Hans', text: `${CONSTRUCTED_ZH}世贸组织争端 DS${String(ds)}`, kind: 'translation', of: 'en' },
    ],
    measures: [
      {
        id: 'M1',
        wtoMember: respondent === 'China' ? 'CN' : 'US',
        title: [original(`${CONSTRUCTED}The measures described in the request for consultations WT/DS${String(ds)}/1`)],
        number: `WT/DS${String(ds)}/1`,
        issuer: `${CONSTRUCTED}as named in the request`,
        date: before(consultationsRequested, 30),
        citation: source,
      },
    ],
    claims: provisions.map(({ code, article }, index) => ({
      id: `C${String(index + 1)}`,
      measure: 'M1',
      agreement: code,
      ...(article === undefined ? {} : { provision: article }),
      because: [
        original(
          `${CONSTRUCTED}The measure is said to be inconsistent with ${code}${article === undefined ? '' : ` ${article}`}.`,
        ),
      ],
    })),
    facts: [original(`${CONSTRUCTED}Consultations were requested at the WTO on ${consultationsRequested}.`)],
    remedy: [original(`${CONSTRUCTED}That the measure be brought into conformity.`)],
    publicSummary: [
      original(`${CONSTRUCTED}${title}.`),
      {
        lang: 'zh-Hans',
        text: `${CONSTRUCTED_ZH}世贸组织争端 DS${String(ds)} 所涉措施。`,
        kind: 'translation',
        of: 'en',
      },
    ],
    authority: `${CONSTRUCTED}Instruction to the desk`,
  };
}

/**
 * The same grievance about another measure. One that came before a panel is not filed again for a time (I-68).
 * @param n tells the measures apart
 */
export const aboutAnother = (grievance: ReturnType<typeof constructedGrievance>, n: number) => ({
  ...grievance,
  measures: grievance.measures.map(({ title, number, ...measure }) => ({
    ...measure,
    number: `${number}, part ${String(n)}`,
    title: title.map(({ text, ...of }) => ({ ...of, text: `${text}, part ${String(n)}` })),
  })),
});

export const CONTACT = { name: 'Constructed Person', reach: '+41 00 000 00 00' };
