import type { Reply } from '../domain/reply/reply';
import { counterStatementsOf } from './counter-statements';
import { textsOf } from './grievance-mapping';
import type { ReplyRequest } from './reply.request';

/** The reply of a validated request. */
export const replyOf = ({ position, objections, reservation, counterStatements, addressing }: ReplyRequest): Reply => ({
  position,
  objections: objections.map(({ kind, reasons }) => ({ kind, reasons: textsOf(reasons) })),
  reservation: textsOf(reservation),
  counterStatements: counterStatementsOf(counterStatements),
  ...(addressing === undefined ? {} : { addressing }),
});
