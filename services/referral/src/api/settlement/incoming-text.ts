import type { IsoDate, PartyCode } from '@parley/kernel';
import type { ObligationTerms } from '../../domain/compliance/obligation-terms';
import type { SettlementText } from '../../domain/settlement/settlement-text';
import { textsOf } from '../incoming-request';
import type { ObligationRequest } from './obligation.request';
import type { SettlementTextRequest } from './settlement.request';

export const obligationsOf = (obligations: readonly ObligationRequest[]): readonly ObligationTerms[] =>
  obligations.map(({ id, owner, date, what, check }) => ({
    id,
    owner: owner as PartyCode,
    date: date as IsoDate,
    what: textsOf(what),
    check: textsOf(check),
  }));

/** The text of a validated body. */
export const settlementTextOf = ({ title, text, obligations, publication }: SettlementTextRequest): SettlementText => ({
  title: textsOf(title),
  text: textsOf(text),
  obligations: obligationsOf(obligations),
  publication,
});
