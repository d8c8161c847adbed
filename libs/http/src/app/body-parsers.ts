import type { FastifyInstance, FastifyRequest } from 'fastify';
import { problemCatalogue } from '../problems/problem-catalogue';
import { ProblemError } from '../problems/problem.error';
import { UPLOAD_CONTENT, type UploadRouteConfig } from '../uploads/upload.decorator';
import { parseJsonBody } from './json-body';

const takesUploads = (request: FastifyRequest): boolean =>
  (request.routeOptions.config as UploadRouteConfig).uploadLimit !== undefined;

/** JSON is UTF-8 (RFC 8259); a body that claims another charset would be misread. */
const namesOtherCharset = ({ headers }: FastifyRequest): boolean =>
  /;\s*charset\s*=\s*(?!"?utf-8"?\s*(;|$))/i.test(headers['content-type'] ?? '');

/** JSON for acts, a stream for uploads, and each only where it is expected; every other content type is 415. */
export function addBodyParsers(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    try {
      if (takesUploads(request) || namesOtherCharset(request))
        throw new ProblemError(problemCatalogue.wrongContentType);
      // Clients name their content type even where they send nothing, as with DELETE.
      done(null, body.length === 0 ? undefined : parseJsonBody(body as Buffer));
    } catch (error) {
      done(error as Error);
    }
  });
  fastify.addContentTypeParser(UPLOAD_CONTENT, (request, payload, done) => {
    if (takesUploads(request)) done(null, payload);
    else done(new ProblemError(problemCatalogue.wrongContentType));
  });
}
