import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { acceptedRequestOf, type AcceptedRequest } from '../app/accepted-request';
import { personOf } from '../caller/current-caller.decorator';
import type { OperatorsToken, OrderedWork } from './operations';

/**
 * The operator's token, for a question that goes on to another process. It is no parameter of the route in the API's
 * document.
 */
export const AsOperator = createParamDecorator((_data: unknown, context: ExecutionContext): OperatorsToken =>
  tokenIn(acceptedRequestOf(context)),
);

/** Work that an operator orders. An `Idempotency-Key`, where there is one, names it, so that it is on record once. */
export const Ordered = createParamDecorator((_data: unknown, context: ExecutionContext): OrderedWork => {
  const request = acceptedRequestOf(context);
  return { ...tokenIn(request), caller: personOf(request.caller), receivedAt: request.receivedAt };
});

function tokenIn({ headers: { authorization, 'idempotency-key': key } }: AcceptedRequest): OperatorsToken {
  return { authorization, idempotencyKey: typeof key === 'string' ? key : undefined };
}
