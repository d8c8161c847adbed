import type { FastifyInstance } from 'fastify';
import { problemCatalogue } from '../problems/problem-catalogue';
import { ProblemError } from '../problems/problem.error';

/** True for a path of a pattern, whatever stands for its parameters. */
const isOf = (path: readonly string[], pattern: readonly string[]): boolean =>
  path.length === pattern.length &&
  pattern.every((part, index) => part === path[index] || (part.startsWith(':') && path[index] !== ''));

/** The methods that a path offers, as `Allow` names them; none where it offers nothing. */
export type MethodsOffered = (path: string) => readonly string[];

/**
 * Refuses with 405 and `Allow` (RFC 9110) a method that a path does not offer, where the path offers others. It knows
 * the paths that are added to a server after this.
 */
export function refuseOtherMethods(fastify: FastifyInstance): MethodsOffered {
  const known = new Map<string, Set<string>>();
  const offeredAt = (path: string): readonly string[] => {
    const parts = (path.split('?', 1)[0] ?? '').split('/');
    const offered = [...known].flatMap(([url, methods]) => (isOf(parts, url.split('/')) ? [...methods] : []));
    return [...new Set(offered)].sort();
  };
  fastify.addHook('onRoute', ({ url, method }) => {
    if (!url.includes('*')) known.set(url, new Set([...(known.get(url) ?? []), ...[method].flat()]));
  });
  fastify.addHook('onRequest', (request, reply, done) => {
    if (!request.is404) return done();
    const offered = offeredAt(request.url);
    if (offered.length === 0) return done();
    void reply.header('allow', offered.join(', '));
    done(new ProblemError(problemCatalogue.methodNotAllowed));
  });
  return offeredAt;
}
