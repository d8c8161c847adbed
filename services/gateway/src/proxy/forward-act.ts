import type { IncomingHttpHeaders } from 'node:http';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { mayBeEarly, type FollowThrough } from '@parley/http';
import type { FastifyReply } from 'fastify';
import { forward, type Sent } from './forward';

/** What `onResponse` gets, of which its types know half. */
interface ServiceAnswer {
  readonly statusCode: number;
  readonly headers: IncomingHttpHeaders;
  readonly stream: Readable;
}

/**
 * Forwards an act once its body has come whole. Where a service refuses it, it may not have heard yet of something that
 * is on record: then the act is sent once more when all has been heard. A refused act has left nothing.
 */
export async function forwardAct(sent: Sent, followThrough: FollowThrough): Promise<FastifyReply> {
  const { request, reply } = sent;
  const mark = followThrough.mark();
  const own = reply.getHeaders();
  const bytes = request.body instanceof Readable ? await buffer(request.body) : undefined;
  const act = bytes && { body: bytes, contentType: request.headers['content-type'] ?? '' };
  return forward(sent, {
    ...act,
    onResponse: (_request, _reply, answer: unknown) => {
      const { statusCode, headers, stream } = answer as ServiceAnswer;
      if (statusCode < 400 || statusCode >= 500) return void reply.send(stream);
      buffer(stream)
        .then(async (refusal) => {
          const code = codeOf(refusal);
          if (code === undefined || !mayBeEarly(code) || (await followThrough.stands(mark))) return reply.send(refusal);
          withdraw(headers, reply, own);
          return forward(sent, { ...act });
        })
        .catch((error: unknown) => {
          withdraw(headers, reply, own);
          void reply.send(error);
        });
    },
  });
}

/** Takes the headers of an answer that is not passed on from the reply, which keeps its own. */
function withdraw(
  headers: IncomingHttpHeaders,
  reply: FastifyReply,
  own: ReturnType<FastifyReply['getHeaders']>,
): void {
  for (const name of Object.keys(headers)) void reply.removeHeader(name);
  void reply.headers(own);
}

function codeOf(refusal: Buffer): string | undefined {
  try {
    return (JSON.parse(refusal.toString()) as { readonly code?: string }).code;
  } catch {
    return undefined;
  }
}
