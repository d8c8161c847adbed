import type { Act } from '../case-commands';
import type { Certification, Grievance, Receipt } from '../filing/grievance';
import type { CounterStatement } from '../reply/reply';
import type { AmendmentKind } from './amendment';

/** The grievance as it is to stand from here on, certified as a filing is. */
export interface AmendedFiling {
  readonly grievance: Grievance;
  readonly certification: Certification;
  readonly receipt: Receipt;
}

export type AmendGrievance = Act &
  AmendedFiling & { readonly type: 'AmendGrievance'; readonly kind: Exclude<AmendmentKind, 'joinder'> };
/**
 * The claims of an amendment are answered: by the respondent, or by the complainant where they are the respondent's.
 */
export type AnswerAmendment = Act & {
  readonly type: 'AnswerAmendment';
  readonly amendmentId: string;
  readonly counterStatements: readonly CounterStatement[];
};

export type AmendmentsCommand = AmendGrievance | AnswerAmendment;
