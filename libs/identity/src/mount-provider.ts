import type { FastifyInstance } from 'fastify';
import type { Provider } from 'oidc-provider';

/** Serves a provider under a path of the server that it shares with the API, so that clients know one address. */
export function mountProvider(fastify: FastifyInstance, path: string, provider: Provider): void {
  const handle = provider.callback();
  void fastify.register((scope, _options, done) => {
    // The provider itself reads its bodies, which are forms.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, parsed) => {
      parsed(null);
    });
    scope.all(`${path}/*`, (request, reply) => {
      reply.hijack();
      const { raw } = request;
      reply.raw.setHeader('x-content-type-options', 'nosniff');
      // The provider takes the part of `originalUrl` before its own path for the place where it is mounted.
      Object.assign(raw, { originalUrl: raw.url });
      raw.url = (raw.url ?? '').slice(path.length);
      void handle(raw, reply.raw);
    });
    done();
  });
}
