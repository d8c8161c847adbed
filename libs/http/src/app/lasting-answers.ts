import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { ServerResponse } from 'node:http';

/** The media type of an answer that goes on for as long as there is something to tell (server-sent events). */
export const EVENT_STREAM = 'text/event-stream';

/** The header by which such an answer is taken up again. */
export const LAST_EVENT_ID = 'Last-Event-ID';

/** Ends the answers that go on when the server closes, which would else wait for them. */
export function endLastingAnswers(fastify: FastifyInstance): void {
  const open = new Set<ServerResponse>();
  fastify.addHook('onSend', (_request, reply, payload, done) => {
    const { raw } = reply;
    if (payload instanceof Readable && String(reply.getHeader('content-type')).startsWith(EVENT_STREAM)) {
      open.add(raw);
      payload.once('close', () => open.delete(raw));
    }
    done(null, payload);
  });
  fastify.addHook('preClose', (done) => {
    for (const answer of open) answer.end();
    done();
  });
}
