import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Caller, PersonCaller } from '@parley/access';
import { acceptedRequestOf } from '../app/accepted-request';
import { problemCatalogue } from '../problems/problem-catalogue';
import { ProblemError } from '../problems/problem.error';

/** Who calls: a person, or anybody on a public route. */
export const CurrentCaller = createParamDecorator(
  (_data: unknown, context: ExecutionContext): Caller => acceptedRequestOf(context).caller,
);

/** The person who calls. @throws ProblemError 401 when it is anybody */
export function personOf(caller: Caller): PersonCaller {
  if (caller.kind === 'public') throw unauthenticated();
  return caller;
}

export const unauthenticated = (): ProblemError =>
  new ProblemError(problemCatalogue.unauthenticated, [], { 'www-authenticate': 'Bearer realm="parley"' });
