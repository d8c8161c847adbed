import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { namesTag, type AppOptions } from '@parley/http';

type Fastify = Parameters<NonNullable<AppOptions['mount']>>[0];

const FILES = [
  ['verify.html', require.resolve('@parley/cli/verify.html'), 'text/html; charset=utf-8'],
  ['verify.mjs', require.resolve('@parley/cli/verify.mjs'), 'text/javascript; charset=utf-8'],
] as const;

/**
 * Serves the verifier to everybody: at /verify.html for a browser, at /verify.mjs for Node, and at /verify.sha256 what
 * each of them is, as `sha256sum --check` takes it, so that it can be compared with what others have. Who serves a
 * verifier cannot vouch for it.
 */
export function serveVerifier(fastify: Fastify): void {
  const digests = FILES.map(([name, file, type]) => {
    const bytes = readFileSync(file);
    const digest = createHash('sha256').update(bytes).digest();
    const headers = {
      'content-type': type,
      'content-security-policy': policyIn(bytes.toString()),
      // Asked again each time: a verifier that was mended must not wait in somebody's cache.
      'cache-control': 'public, no-cache',
      etag: `"${digest.toString('hex')}"`,
      // It goes out as it is, not compressed, so that the digest is that of the bytes which a reader gets (RFC 9530).
      'repr-digest': `sha-256=:${digest.toString('base64')}:`,
    };
    fastify.get(`/${name}`, (request, reply) => {
      void reply.headers(headers);
      return namesTag(request.headers['if-none-match'], headers.etag) ? reply.code(304).send() : reply.send(bytes);
    });
    return `${digest.toString('hex')}  ${name}\n`;
  });
  fastify.get('/verify.sha256', (_request, reply) =>
    reply.header('cache-control', 'public, no-cache').type('text/plain; charset=utf-8').send(digests.join('')),
  );
}

/** The policy that the page has in itself, and what only a header can ask for. The script for Node loads nothing. */
function policyIn(text: string): string {
  const [, own = "default-src 'none'"] =
    /<meta http-equiv="Content-Security-Policy" content="([^"]+)">/.exec(text) ?? [];
  return `${own}; connect-src 'none'; frame-ancestors 'none'`;
}
