import type { FastifyInstance } from 'fastify';

/** Path at which a process behind a gateway tells it which requests to send on. */
export const OWN_ROUTES = '/internal/routes';

/** A path that a process answers. */
export interface OwnRoute {
  /** With a colon before each part that may be anything: `/v1/cases/:caseId`. */
  readonly pattern: string;
  /** Bytes that may be uploaded there in one piece. */
  readonly uploadLimit?: number;
}

/** Shows at `OWN_ROUTES` every path that is added to a server after this, made from the routes themselves. */
export function showOwnRoutes(fastify: FastifyInstance): void {
  const routes = new Map<string, OwnRoute>();
  fastify.addHook('onRoute', ({ url, config = {} }) => {
    const { uploadLimit } = config as Pick<OwnRoute, 'uploadLimit'>;
    if (!url.includes('*') && url !== OWN_ROUTES)
      routes.set(url, { pattern: url, ...(uploadLimit === undefined ? {} : { uploadLimit }) });
  });
  fastify.get(OWN_ROUTES, () => [...routes.values()]);
}
