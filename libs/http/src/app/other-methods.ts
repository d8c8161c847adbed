import type { FastifyInstance } from 'fastify';
import { problemCatalogue } from '../problems/problem-catalogue';
import { ProblemError } from '../problems/problem.error';

/** True for a path of a pattern, whatever stands for its parameters. */
const isOf = (path: readonly string[], pattern: readonly string[]): boolean =>
  path.length === pattern.length &&
  pattern.every((part, index) => part === path[index] || (part.startsWith(':') && path[index] !== ''));

/**
 * Refuses with 405 and `Allow` (RFC 9110) a method that a path does not offer, where the path offers others. It knows
 * the paths that are added to a server after this.
 */
export function refuseOtherMethods(fastify: FastifyInstance): void {
  const known = new Map<string, Set<string>>();
  fastify.addHook('onRoute', ({ url, method }) => {
    if (!url.includes('*')) known.set(url, new Set([...(known.get(url) ?? []), ...[method].flat()]));
  });
  fastify.addHook('onRequest', (request, reply, done) => {
    if (!request.is404) return done();
    const path = (request.url.split('?', 1)[0] ?? '').split('/');
    const offered = [...known].flatMap(([url, methods]) => (isOf(path, url.split('/')) ? [...methods] : []));
    if (offered.length === 0) return done();
    void reply.header('allow', [...new Set(offered)].sort().join(', '));
    done(new ProblemError(problemCatalogue.methodNotAllowed));
  });
}
