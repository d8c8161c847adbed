import { type ArgumentsHost, Catch, type ExceptionFilter, Inject } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { LOGGER } from '../app/tokens';
import { asProblem } from './as-problem';
import { sendProblem } from './send-problem';

/** Answers every error with problem details. An unforeseen one is logged with its stack and answered as 500. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const problem = asProblem(error);
    if (problem.kind.status >= 500 && problem !== error)
      this.logger.error({ err: error, url: request.routeOptions.url, requestId: request.id }, 'unforeseen error');
    sendProblem(problem, request, http.getResponse<FastifyReply>());
  }
}
