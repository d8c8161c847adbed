import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { currentTraceparent } from '@parley/telemetry';
import { acceptedRequestOf } from '../app/accepted-request';
import { personOf } from '../caller/current-caller.decorator';
import { refuseFields } from '../fields/refuse-fields';
import { DECLARED_ACT, type ActDeclaration } from './act.decorator';
import { requirementOf } from './late-act';
import { type ReceivedAct, receivedAct } from './received-act';

/** How an act takes its request. */
export interface ReceivedOptions {
  /** `none` for an act that needs no body: the body is then empty or left out. */
  readonly body?: 'none';
}

/**
 * The act that this request is.
 * @throws ProblemError 400 when its headers are missing or malformed, 422 when it has a body that the act does not take
 */
export const Received = createParamDecorator(
  (options: ReceivedOptions | undefined, context: ExecutionContext): ReceivedAct => {
    const request = acceptedRequestOf(context);
    const declared = Reflect.getMetadata(DECLARED_ACT, context.getHandler()) as ActDeclaration | undefined;
    if (!declared) throw new TypeError(`${context.getHandler().name} takes an act and declares none`);
    if (options?.body === 'none') refuseFields(request.body);
    const traceparent = currentTraceparent();
    return receivedAct({
      declared: requirementOf(declared, request.body),
      method: request.method,
      url: request.url,
      headers: request.headers,
      body: request.body,
      receivedAt: request.receivedAt,
      acceptedAt: request.acceptedAt,
      caller: personOf(request.caller),
      ...(request.delegation === undefined ? {} : { delegation: request.delegation }),
      ...(request.signature === undefined ? {} : { signature: request.signature }),
      ...(traceparent === undefined ? {} : { traceparent }),
    });
  },
);
