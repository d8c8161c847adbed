import type { FastifyInstance } from 'fastify';

interface Moved {
  readonly path: RegExp;
  /** The parameter by its former name, and by its present one. */
  readonly was: string;
  readonly is: string;
}

/** What people cite and bookmark leads on. Each stays here for as long as there is a Parley. */
const MOVED: readonly Moved[] = [{ path: /^\/v1\/docket\/[^/]+$/, was: 'after', is: 'cursor' }];

/** Says to who asks at an address of an earlier version where it went: 308, with the present address. */
export function leadOn(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', async ({ raw }, reply) => {
    const [path = '', query] = (raw.url ?? '').split('?', 2);
    const moved = query === undefined ? undefined : MOVED.find((each) => each.path.test(path));
    const asked = new URLSearchParams(query);
    const value = moved && asked.get(moved.was);
    if (!moved || value === null || value === undefined || asked.has(moved.is)) return;
    asked.delete(moved.was);
    asked.set(moved.is, value);
    return reply.redirect(`${path}?${asked.toString()}`, 308);
  });
}
