import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { problemCatalogue, ProblemError } from '@parley/platform';
import type { FastifyInstance } from 'fastify';

export const UPLOADS_PATH = 'v1/uploads';
export const UPLOAD_CONTENT = 'application/octet-stream';

/** Hands the body of an upload to its handler as the stream that it is, unread; on every other route such a body is refused. */
@Injectable()
export class UploadBody implements OnModuleInit {
  constructor(@Inject(HttpAdapterHost) private readonly host: HttpAdapterHost) {}

  onModuleInit(): void {
    const fastify = this.host.httpAdapter.getInstance<FastifyInstance>();
    fastify.addContentTypeParser(UPLOAD_CONTENT, (request, payload, done) => {
      if (request.routeOptions.url === `/${UPLOADS_PATH}`) done(null, payload);
      else done(new ProblemError(problemCatalogue.wrongContentType));
    });
  }
}
