import type { CaseHistory } from '../../simulation/history/case-history';
import { saidIn, type Said } from './bytes';
import { ofEachCase, type Rule } from './rule';

interface Claim {
  readonly id: string;
  readonly measure: string;
  readonly agreement: string;
  readonly provision?: string;
  readonly claimant?: string;
}
interface Content {
  readonly claims: readonly Claim[];
  readonly measures: readonly { readonly id: string; readonly number: string; readonly date: string }[];
}

/** A claim by what it says: number and date of its measure, and its provision. */
const inWords = ({ agreement, provision, measure }: Claim, { measures }: Content): string => {
  const of = measures.find(({ id }) => id === measure);
  return [of?.number, of?.date, agreement, provision].join(' ');
};

const YEAR_LATER = (at: string): string => {
  const day = new Date(at);
  day.setUTCFullYear(day.getUTCFullYear() + 1);
  return day.toISOString();
};

interface Barred {
  readonly party: string;
  readonly words: string;
  readonly from: string;
  readonly until: string;
}

/** Claims of the complainant that are gone behind the review, with the time in which nobody files them again. */
function barredBy({ intake, parties }: CaseHistory): readonly Barred[] {
  const events = saidIn(intake);
  const consented = events.flatMap(({ type, data }) =>
    type === 'RefilingConsented' ? (data['claims'] as string[]) : [],
  );
  return events.flatMap(({ type, at, data }, index) => {
    const content = contentsOf(events.slice(0, index)).at(-1);
    const found = type === 'ScreeningEnded' && data['outcome'] === 'findings-issued';
    if (!content || (type !== 'WithdrawnAfterReview' && !found)) return [];
    const setAside = events.slice(index).some((each) => /SetAside|Reopened|Repudiated/.test(each.type));
    const gone = found ? content.claims.map(({ id }) => id) : (data['claims'] as readonly string[]);
    return contentsOf(events)
      .flatMap((each) => each.claims.map((claim) => ({ claim, words: inWords(claim, each) })))
      .filter(({ claim }) => claim.claimant !== 'respondent' && gone.includes(claim.id))
      .filter(({ claim }) => !consented.includes(claim.id) && !setAside)
      .map(({ words }) => ({ party: parties.complainant, words, from: at, until: YEAR_LATER(at) }));
  });
}

const contentsOf = (events: readonly Said[]): readonly Content[] =>
  events.flatMap(({ data }) => (data['grievance'] === undefined ? [] : [data['grievance'] as Content]));

/** Nobody files again within a year what it withdrew after the interim text, or what was found on. */
export const notFiledAgain: Rule = {
  invariant: 'I-68',
  check: ({ cases }) => {
    const barred = cases.flatMap(barredBy);
    return cases.flatMap(({ caseId, intake, parties }) => {
      const [filed] = saidIn(intake);
      const content = filed && contentsOf([filed])[0];
      if (!filed || !content) return [];
      return content.claims.flatMap((claim) =>
        barred.some(
          ({ party, words, from, until }) =>
            party === parties.complainant && words === inWords(claim, content) && from < filed.at && filed.at < until,
        )
          ? [`case ${caseId}: ${claim.id} was filed again at ${filed.at}, within the year of its bar`]
          : [],
      );
    });
  },
};

/** Claims take another text by these: what was said of the former one is said anew (I-24). */
const replaces = ({ type, data }: Said): boolean => type === 'GrievanceAmended' && data['kind'] !== 'supplement';

/** What a side has done stands, whatever the other does: its reply, and the votes of its members. */
export const othersActsStand = ofEachCase('I-67', ({ intake, deliberation, referral, parties }) => {
  const events = saidIn(intake);
  const foreign = [...events, ...saidIn(referral)]
    .filter(({ type, party, data }) => type === 'ActRepudiated' && data['party'] !== party)
    .map(({ party, data }) => `${String(party)} repudiated an act of ${String(data['party'])}`);
  const replied = events.findIndex(({ type }) => type === 'ReplyFiled');
  const lapse = events.findIndex(({ type }, index) => type === 'ReplyLapsed' && index > replied);
  const between = replied < 0 || lapse < 0 ? [] : events.slice(replied, lapse);
  const ownDoing = between.some(
    (event) => replaces(event) || (event.type === 'ActRepudiated' && event.data['party'] === parties.respondent),
  );
  const unsaid = saidIn(deliberation)
    .filter(({ type, at }) => type === 'SayingsSetAside' && !events.some((event) => replaces(event) && event.at <= at))
    .map(() => 'votes were set aside although no claim was replaced');
  return [...foreign, ...(between.length > 0 && !ownDoing ? ['a reply counts as not given'] : []), ...unsaid];
});
