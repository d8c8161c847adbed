import { AuthoredText, Shown } from '@parley/http';
import { textsOf } from '../filing/filing.http';
import type { CounterStatementRequest, ReplyRequest } from './reply.request';
import type { CounterStatement, Reply } from './reply.rules';

export class CounterStatementShown {
  @Shown({ meaning: 'Claim that is answered.', kind: 'claim' })
  readonly claim: string;

  @Shown({ meaning: 'What is said of it.', type: () => AuthoredText, list: true })
  readonly statement: readonly AuthoredText[];
}

/** What the respondent says of claims, as it came in. */
export const counterStatementsOf = (sent: readonly CounterStatementRequest[]): readonly CounterStatement[] =>
  sent.map(({ claim, statement }) => ({ claim, statement: textsOf(statement) }));

/** The reply of a validated request. */
export const replyOf = ({ position, objections, reservation, counterStatements, addressing }: ReplyRequest): Reply => ({
  position,
  objections: objections.map(({ kind, reasons }) => ({ kind, reasons: textsOf(reasons) })),
  reservation: textsOf(reservation),
  counterStatements: counterStatementsOf(counterStatements),
  ...(addressing === undefined ? {} : { addressing }),
});
