import { applyDecorators, createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import { ApiExtension, ApiHeader } from '@nestjs/swagger';
import type { Whose } from '@parley/access';
import type { Role, Side } from '@parley/kernel';
import { Roles } from '@parley/auth';
import { currentTraceparent } from '@parley/telemetry';
import { acceptedRequestOf } from '../app/accepted-request';
import { personOf } from '../caller/current-caller.decorator';
import { refuseFields } from '../fields/refuse-fields';
import { type ReceivedAct, receivedAct } from './received-act';

/** Marks a route whose operation is an act, for the API's document. */
export const ACT_EXTENSION = 'x-act' as const;
/** Marks a route that does something on the record, for the guard. */
export const IS_ACT = 'parley:act';

/** What the document says of an act: who may do it, and the rule that says so. */
export interface ActDeclaration {
  readonly rule: string;
  readonly as: readonly [Role, ...Role[]];
  /** The side whose desk may do it; either when left out. */
  readonly side?: Side;
  /** Whose desk may do it, where the case itself says so: its decider refuses any other. */
  readonly whose?: Whose;
}

/**
 * Declares a route that does something on the record: the rule that gives it to the roles, `Idempotency-Key` required,
 * `If-Match` understood. Take the act itself as a parameter with `@Received()`.
 */
export const Act = ({ rule, as, side, whose }: ActDeclaration): MethodDecorator =>
  applyDecorators(
    Roles({ rule }, ...as),
    SetMetadata(IS_ACT, true),
    ApiExtension(ACT_EXTENSION, {
      rule,
      as: [...as],
      ...(side === undefined ? {} : { side }),
      ...(whose === undefined ? {} : { whose }),
    }),
    ApiHeader({
      name: 'Idempotency-Key',
      description:
        'Names this act: sent again with the same body it is done once and answered alike (I-28). 1 to ' +
        '200 printable ASCII characters.',
      required: true,
      schema: { type: 'string', minLength: 1, maxLength: 200 },
      example: '7d5e1c1e-9d2f-4a57-8f0e-3f6a2f6f6b11',
    }),
    ApiHeader({
      name: 'If-Match',
      description: 'The ETag at which the act was decided on; if the thing has changed since, the answer is 412.',
      required: false,
      schema: { type: 'string', pattern: '^"[0-9]+"$' },
      example: '"3"',
    }),
  );

/** What an act says of its request. */
export interface ReceivedOptions {
  /** `none` for an act that says everything by its route: then a body is empty, or left out. */
  readonly body?: 'none';
}

/**
 * The act that this request is.
 * @throws ProblemError 400 when its headers are missing or malformed, 422 when it has a body that the act does not take
 */
export const Received = createParamDecorator(
  (options: ReceivedOptions | undefined, context: ExecutionContext): ReceivedAct => {
    const request = acceptedRequestOf(context);
    if (options?.body === 'none') refuseFields(request.body);
    const traceparent = currentTraceparent();
    return receivedAct({
      method: request.method,
      url: request.url,
      headers: request.headers,
      body: request.body,
      receivedAt: request.receivedAt,
      acceptedAt: request.acceptedAt,
      caller: personOf(request.caller),
      ...(request.delegation === undefined ? {} : { delegation: request.delegation }),
      ...(traceparent === undefined ? {} : { traceparent }),
    });
  },
);
