import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { acceptedRequestOf } from '../app/accepted-request';
import type { OperatorsToken } from './operations';

/**
 * The operator's token, for a question that goes on to another process. It is no parameter of the route in the API's
 * document.
 */
export const AsOperator = createParamDecorator((_data: unknown, context: ExecutionContext): OperatorsToken => {
  const { authorization, 'idempotency-key': key } = acceptedRequestOf(context).headers;
  return { authorization, idempotencyKey: typeof key === 'string' ? key : undefined };
});
