import type { FastifyInstance, FastifyReply } from 'fastify';
import { acceptedRequestIn } from '../app/accepted-request';
import { codingIn, compress, type Coding } from './codings';

/** Bytes below which nothing is saved. */
const LEAST = 1_000;

const forEverybody = new WeakSet<FastifyReply>();

/**
 * Says that an answer is the same for everybody who asks, so that it may be compressed. Whatever holds something of its
 * reader alone must never be said to be: how small it comes would tell of that to who chooses another part of it
 * (BREACH).
 */
export const answerEverybody = (reply: FastifyReply): void => void forEverybody.add(reply);

/**
 * Compresses what is for everybody (`answerEverybody`), for who takes that. A buffer is what stays as it is, and is
 * compressed once; a text was made for its request. Nothing goes compressed to a caller who has said who that is.
 */
export function compressPublic(fastify: FastifyInstance): void {
  const kept = new WeakMap<Buffer, Map<Coding, Promise<Buffer>>>();
  const compressedOnce = (bytes: Buffer, coding: Coding): Promise<Buffer> => {
    const known = kept.get(bytes) ?? new Map<Coding, Promise<Buffer>>();
    const compressed = known.get(coding) ?? compress(bytes, coding, true);
    kept.set(bytes, known.set(coding, compressed));
    return compressed;
  };
  fastify.addHook('onSend', async (request, reply, payload) => {
    if (!forEverybody.has(reply)) return payload;
    const vary = reply.getHeader('vary');
    void reply.header('vary', vary === undefined ? 'accept-encoding' : `accept-encoding, ${String(vary)}`);
    const coding = codingIn(request.headers['accept-encoding']?.toString());
    if (coding === undefined || acceptedRequestIn(request).caller.kind !== 'public') return payload;
    if (!isContent(payload) || Buffer.byteLength(payload) < LEAST) return payload;
    void reply.header('content-encoding', coding);
    return typeof payload === 'string'
      ? compress(Buffer.from(payload), coding, false)
      : compressedOnce(payload, coding);
  });
}

const isContent = (payload: unknown): payload is string | Buffer =>
  typeof payload === 'string' || Buffer.isBuffer(payload);
