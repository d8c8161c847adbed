import { applyDecorators, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { acceptedRequestOf, type AcceptedRequest } from '../app/accepted-request';
import { problemCatalogue } from '../problems/problem-catalogue';
import { ProblemError } from '../problems/problem.error';
import { ReceivedUpload } from './received-upload';

export const UPLOAD_CONTENT = 'application/octet-stream';

/** Fastify's route config of an upload. */
export interface UploadRouteConfig {
  readonly uploadLimit?: number;
}

/** Bytes that a request may upload in one piece, here or behind; `undefined` when it is no upload. */
export const uploadLimitOf = (request: FastifyRequest): number | undefined =>
  (request as AcceptedRequest).behind?.uploadLimit ?? (request.routeOptions.config as UploadRouteConfig).uploadLimit;

/**
 * Declares a route whose body is the bytes of a file, read as a stream and never held whole. Take it as a parameter
 * with `@Uploaded()`.
 * @param maxBytes most bytes of the file
 * @param example a file of plain characters, for the API's document
 */
export const Upload = ({
  maxBytes,
  example,
}: {
  readonly maxBytes: number;
  readonly example?: string;
}): MethodDecorator =>
  applyDecorators(
    RouteConfig({ uploadLimit: maxBytes } satisfies UploadRouteConfig),
    ApiConsumes(UPLOAD_CONTENT),
    ApiBody({
      description: `The bytes of the file, ${maxBytes} at most.`,
      schema: { type: 'string', format: 'binary', ...(example === undefined ? {} : { example }) },
    }),
  );

/** The file that is being uploaded. @throws ProblemError 415 when the request has no body, and so no content type */
export const Uploaded = createParamDecorator((_data: unknown, context: ExecutionContext): ReceivedUpload => {
  const request = acceptedRequestOf(context);
  const { uploadLimit = 0 } = request.routeOptions.config as UploadRouteConfig;
  const declared = request.headers['content-length'];
  if (!(request.body instanceof Readable)) throw new ProblemError(problemCatalogue.wrongContentType);
  return new ReceivedUpload(request.body, uploadLimit, declared === undefined ? undefined : Number(declared));
});
