import type { CounterStatement } from '../domain/reply/reply';
import { textsOf } from './grievance-mapping';
import type { CounterStatementRequest } from './reply.request';

/** What the respondent says of claims, as it came in. */
export const counterStatementsOf = (sent: readonly CounterStatementRequest[]): readonly CounterStatement[] =>
  sent.map(({ claim, statement }) => ({ claim, statement: textsOf(statement) }));
