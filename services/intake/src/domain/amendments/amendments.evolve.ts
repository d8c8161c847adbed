import type { CaseFile } from '../case-state';
import { replyOf, type Amendment } from './amendment';
import type { AmendmentsEvent, GrievanceAmended } from './amendments-events';

type Amended = Pick<CaseFile, 'amendments' | 'goneClaims' | 'grievance' | 'certification' | 'receipt'>;

/** The grievance and its amendments after something happened to them. */
export function evolveAmendments<File extends Amended>(file: File, event: AmendmentsEvent): File {
  const amendments = (change: (amendment: Amendment) => Amendment): readonly Amendment[] =>
    file.amendments.map((amendment) => (amendment.id === event.data.amendmentId ? change(amendment) : amendment));
  switch (event.type) {
    case 'GrievanceAmended': {
      const { replaced, dropped } = event.data;
      const earlier = withoutClaims(file.amendments, [...replaced, ...dropped]);
      return { ...file, goneClaims: [...file.goneClaims, ...dropped], amendments: [...earlier, amendmentOf(event)] };
    }
    case 'AmendmentServed': {
      const { grievance, certification, receipt } = event.data;
      return { ...file, grievance, certification, receipt };
    }
    case 'AmendmentAnswered': {
      const answer = { at: event.occurredAt, counterStatements: event.data.counterStatements };
      return { ...file, amendments: amendments((amendment) => ({ ...onToConsultations(amendment), answer })) };
    }
    case 'AmendmentReplyLapsed':
      return {
        ...file,
        amendments: amendments((amendment) => ({ ...onToConsultations(amendment), answer: 'unanswered' })),
      };
    case 'AmendmentConsultationsClosed':
      return { ...file, amendments: amendments((amendment) => ({ ...amendment, stage: 'closed' })) };
  }
}

/** An answer that is proved only later leaves what has come since as it is (I-19). */
const onToConsultations = (amendment: Amendment): Amendment =>
  amendment.stage === 'awaiting-reply' ? { ...amendment, stage: 'consultations' } : amendment;

/** Amendments whose claims are gone, or are answered in the times of a later one, have no times any more. */
export const withoutClaims = (amendments: readonly Amendment[], gone: readonly string[]): readonly Amendment[] =>
  amendments.map((amendment) => {
    const claims = amendment.claims.filter((id) => !gone.includes(id));
    return {
      ...amendment,
      claims,
      stage: claims.length === 0 && amendment.stage !== 'none' ? 'closed' : amendment.stage,
    };
  });

function amendmentOf({ data, occurredAt }: GrievanceAmended): Amendment {
  const { amendmentId: id, kind, added, replaced, dropped, opens } = data;
  const runs = opens.some((deadline) => deadline.id === replyOf(id));
  return {
    ...{ id, kind, at: occurredAt, added, replaced, dropped },
    claims: runs ? [...added, ...replaced] : [],
    stage: runs ? 'awaiting-reply' : 'none',
    answer: null,
  };
}
