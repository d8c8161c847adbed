import type { FastifyInstance } from 'fastify';
import { problemCatalogue } from '../problems/problem-catalogue';
import { ProblemError } from '../problems/problem.error';
import { sendProblem } from '../problems/send-problem';
import { uploadLimitOf } from '../uploads/upload.decorator';

/**
 * Refuses with 408 a JSON body that does not arrive whole in so many milliseconds, and closes its connection. The
 * server's own limit cannot tell an act, which has to be quick, from an upload, which may take as long as a slow line
 * needs. A request that has arrived is never cut off, however long its answer goes on.
 */
export function addBodyTimeout(fastify: FastifyInstance, millis: number): void {
  fastify.addHook('preParsing', (request, reply, payload, done) => {
    if (uploadLimitOf(request) === undefined) {
      const timer = setTimeout(() => {
        // Of a request without a body nobody reads to the end, so nothing but this tells that it is all there.
        if (request.raw.complete) return;
        reply.raw.once('finish', () => request.raw.destroy());
        sendProblem(new ProblemError(problemCatalogue.requestTimeout, [], { connection: 'close' }), request, reply);
      }, millis);
      const clear = (): void => {
        clearTimeout(timer);
      };
      payload.once('end', clear);
      payload.once('close', clear);
      reply.raw.once('close', clear);
    }
    done(null, payload);
  });
}
