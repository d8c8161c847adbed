import type { ExecutionContext } from '@nestjs/common';
import type { Caller } from '@parley/access';
import type { TokenRefusedError } from '@parley/auth';
import type { ActSignature } from '@parley/event-store';
import type { Instant } from '@parley/kernel';
import type { FastifyRequest } from 'fastify';
import type { OwnRoute } from './own-routes';

/** A request with the data that was found before its route. */
export interface AcceptedRequest extends FastifyRequest {
  /** Taken from the clock when the request was accepted, before its body was read. */
  receivedAt: Instant;
  /** Reading of `performance.now()` at that moment. */
  acceptedAt: number;
  /** Set by the guard. */
  caller: Caller;
  /** The delegation under which a person acts or reads for a party, where one is on record. Set by the guard. */
  delegation: string | undefined;
  /** The signature with which an act came, verified. Set by the guard. */
  signature: ActSignature | undefined;
  /** Code of the problem with which this process answers it. */
  refusal?: string;
  /** Why its token is not believed. Set by the guard. */
  tokenRefused?: TokenRefusedError;
  /** The route of a process behind this one, for a request that is sent on. */
  behind?: OwnRoute;
}

/** An accepted request, where Nest does not hand it over. */
export const acceptedRequestIn = (request: FastifyRequest): AcceptedRequest => request as AcceptedRequest;

export const acceptedRequestOf = (context: ExecutionContext): AcceptedRequest =>
  context.switchToHttp().getRequest<AcceptedRequest>();
