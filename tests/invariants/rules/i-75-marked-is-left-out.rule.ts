import type { RecordedEvent } from '@parley/event-store';
import { panelReview, told } from '@parley/contracts';
import type { CaseHistory } from '../../simulation/history/case-history';
import { placesIn, publishedAnew, publishedIn, type Found, type Marked, type Published } from './published-anew';
import { ofEachCase } from './rule';

const OUTCOMES = /substantiated|not agreed|not screened|已获证实|未获证实|未达成一致|不予审查/i;

const bytesOf = ({ payload }: RecordedEvent): unknown => JSON.parse(Buffer.from(payload).toString('utf8'));

type Said = NonNullable<Found['reasons']>;

/** The findings as the bytes of their issue hold them, each text with what the panel translated of it. */
function findingsIn(recorded: RecordedEvent): readonly Found[] {
  const { findings, translations = [] } = bytesOf(recorded) as {
    readonly findings: readonly Found[];
    readonly translations?: readonly {
      readonly claimId: string;
      readonly part: string;
      readonly text: Said['text'][number];
    }[];
  };
  return findings.map((finding) => {
    const { claimId, reasons, statements } = finding;
    const read = (part: string, said: Said | null): Said | null =>
      said && {
        ...said,
        text: [
          ...said.text,
          ...translations.flatMap((each) => (each.claimId === claimId && each.part === part ? [each.text] : [])),
        ],
      };
    return {
      ...finding,
      reasons: read('reasons', reasons),
      statements: statements && {
        complainant: read('complainant', statements.complainant),
        respondent: read('respondent', statements.respondent),
      },
    };
  });
}

const ofType = (each: CaseHistory, type: string) => each.panel.filter(({ event }) => event.type === type);

/** The marks of a case in their order, as the bytes of the record hold them, with the leave that came. */
function marksIn(each: CaseHistory): readonly Marked[] {
  const leaves = ofType(each, 'MarkLeaveGiven').map(({ recorded, before }) => ({
    ...(bytesOf(recorded) as { readonly markId: string; readonly by: string }),
    chairs: before.status === 'opened' ? (before.convening?.coChairs ?? []) : [],
  }));
  return ofType(each, 'PassagesMarked').map(({ recorded }) => {
    const mark = bytesOf(recorded) as Marked & { readonly markId: string };
    const signed = leaves.filter(({ markId }) => markId === mark.markId);
    const chairs = signed[0]?.chairs ?? [];
    const leave = chairs.length === 2 && chairs.every((chair) => signed.some(({ by }) => by === chair));
    return { ...mark, leave };
  });
}

/** Reasons and statements become public once, in the form in which all that was validly marked is left out. */
export const markedIsLeftOut = ofEachCase('I-75', (each) => {
  const [issued] = ofType(each, 'FindingsIssued');
  if (!issued) return [];
  const findings = findingsIn(issued.recorded);
  const [published, ...again] = ofType(each, 'ReasonsPublished');
  if (again.length > 0) return ['reasons are published twice'];
  if (!published) return [];
  const [read, wanted] = [
    publishedIn(bytesOf(published.recorded) as Published),
    publishedAnew(findings, marksIn(each), each.parties),
  ];
  return [
    ...(JSON.stringify(read.texts) === JSON.stringify(wanted.texts)
      ? []
      : [`everybody reads ${read.texts.join('; ')}, and should ${wanted.texts.join('; ')}`]),
    ...(JSON.stringify(read.left) === JSON.stringify(wanted.left)
      ? []
      : [`what was left out is ${read.left.join('; ')}, and should be ${wanted.left.join('; ')}`]),
  ];
});

/** Before that nothing public says a text of the findings, and all that is public at their issue are the outcomes. */
export const outcomesAreNotHidden = ofEachCase('I-75', (each) => {
  const [issued] = ofType(each, 'FindingsIssued');
  if (!issued) return [];
  const findings = findingsIn(issued.recorded);
  const message = each.told.find((event) => told(event, panelReview.FindingsIssuedSchema));
  const outcomes = (message && told(message, panelReview.FindingsIssuedSchema)?.findings) ?? [];
  const said = outcomes.map(({ claimId, outcome }) => `${claimId} ${outcome}`).join(', ');
  const wanted = findings.map(({ claimId, outcome }) => `${claimId} ${outcome}`).join(', ');
  const published = ofType(each, 'ReasonsPublished')[0]?.recorded.recordedAt;
  const before = each.told.filter(({ recordedat }) => recordedat < issued.recorded.recordedAt);
  const early = each.told.filter(
    ({ tier, recordedat }) =>
      tier === 'PUBLIC' &&
      recordedat >= issued.recorded.recordedAt &&
      (published === undefined || recordedat < published),
  );
  const holds = (data: Uint8Array, text: string): boolean => Buffer.from(data).toString('utf8').includes(text);
  const leaks = placesIn(findings).filter(
    ({ text }) => early.some(({ data }) => holds(data, text)) && !before.some(({ data }) => holds(data, text)),
  );
  return [
    ...(message?.tier === 'PUBLIC' && said === wanted ? [] : [`outcomes are ${wanted}, and everybody is told ${said}`]),
    ...leaks.map(({ claimId, part }) => `${part} of ${claimId} are public before their time to be marked is over`),
  ];
});

/** Each mark names something of its side's own, quotes the findings, says no outcome and came in time. */
export const marksAreValid = ofEachCase('I-75', (each) => {
  const [issued] = ofType(each, 'FindingsIssued');
  const published = ofType(each, 'ReasonsPublished')[0]?.event.occurredAt;
  return ofType(each, 'PassagesMarked').flatMap(({ recorded, event }) => {
    const mark = bytesOf(recorded) as Marked & { readonly markId: string; readonly givesAway: string };
    const faults: string[] = [];
    const texts = issued ? placesIn(findingsIn(issued.recorded)) : [];
    if (mark.passages.some((passage) => OUTCOMES.test(passage))) faults.push('hides an outcome');
    if (mark.passages.some((passage) => !texts.some(({ text }) => text.includes(passage))))
      faults.push('names what stands nowhere');
    if (!isOwn(each, mark.givesAway, mark.party, recorded)) faults.push(`names ${mark.givesAway}, not of its own`);
    if (published !== undefined && event.occurredAt >= published) faults.push('came too late');
    return faults.map((fault) => `${mark.markId} of ${mark.party} ${fault}`);
  });
});

/** What a side laid before the panel itself and not everybody reads, by the records of both services. */
function isOwn(each: CaseHistory, name: string, party: string, { recordedAt }: RecordedEvent): boolean {
  if (name === 'grievance') return party === each.parties.complainant;
  if (name === 'reply') return party === each.parties.respondent;
  if (name === 'interim-comment' || name.includes(':'))
    return each.panel.some(({ event: { type, data } }) => {
      if (!('party' in data) || data.party !== party) return false;
      if (type === 'InterimCommented') return name === 'interim-comment';
      if (!('materialId' in data)) return false;
      return type === 'MaterialCommented'
        ? name === `${data.materialId}/comment:${party}`
        : type === 'InformationAnswered' && name === data.materialId;
    });
  const then = each.evidence.filter(({ recorded }) => recorded.recordedAt <= recordedAt);
  const exhibit = then.at(-1)?.after.exhibits.get(name);
  // The panel may not have heard yet of what was made public a moment before.
  return exhibit?.party === party && then.some(({ after }) => after.exhibits.get(name)?.tier !== 'PUBLIC');
}
