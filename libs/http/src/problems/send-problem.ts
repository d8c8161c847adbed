import type { FastifyReply, FastifyRequest } from 'fastify';
import { currentTraceId } from '@parley/telemetry';
import { acceptedRequestIn } from '../app/accepted-request';
import { preferredLanguage } from './preferred-language';
import { PROBLEM_CONTENT } from './problem';
import { rulePath } from '@parley/procedure';
import type { ProblemError } from './problem.error';
import { problemOf } from './problem-of';

/** Sends a problem. When the answer has already begun, it closes the connection instead. */
export function sendProblem(error: ProblemError, request: FastifyRequest, reply: FastifyReply): void {
  if (reply.sent || reply.raw.headersSent) {
    reply.raw.destroy();
    return;
  }
  acceptedRequestIn(request).refusal = error.kind.code;
  const language = preferredLanguage(request.headers['accept-language']);
  const traceId = currentTraceId();
  const path = (request.url.split('?', 1)[0] ?? '').slice(0, 2_000);
  const problem = problemOf(error, { path, language, ...(traceId === undefined ? {} : { traceId }) });
  void reply
    .code(problem.status)
    .headers({ ...error.headers, ...ruleHeader(problem.rule), 'content-language': language, vary: 'Accept-Language' })
    .type(PROBLEM_CONTENT)
    .serializer(JSON.stringify)
    .send(problem);
}

/** Where the rule that refuses stands in words (RFC 8288). */
const ruleHeader = (rule: string | undefined): Readonly<Record<string, string>> =>
  rule === undefined ? {} : { link: `<${rulePath(rule)}>; rel="help"` };
