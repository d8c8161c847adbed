import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { PUBLIC_CALLER } from '@parley/access';
import { type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import { undeclaredRoutes } from '../auth/undeclared-routes';
import { NestLogger } from '../logging/nest-logger';
import { serveDocument } from '../openapi/serve-document';
import { asProblem } from '../problems/as-problem';
import { sendProblem } from '../problems/send-problem';
import type { AcceptedRequest } from './accepted-request';
import type { AppOptions } from './app-options';
import { answerBrokenRequest } from './broken-request';
import { parseJsonBody } from './json-body';
import { PlatformModule } from './platform.module';
import { addRequestHooks } from './request-hooks';

/** Bytes of a JSON body. Uploads are streams and have limits of their own. */
export const JSON_LIMIT = 1024 * 1024;
const REQUEST_TIMEOUT = 30_000;

/**
 * Builds the Nest application of one or more services on Fastify, initialised and not yet listening: `app.inject` works at once.
 * @throws when a route says neither `@Public()` nor `@Roles(…)`, naming each
 */
export async function createApp(module: Type | DynamicModule, options: AppOptions): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: JSON_LIMIT,
    requestTimeout: options.requestTimeout ?? REQUEST_TIMEOUT,
    connectionTimeout: 2 * (options.requestTimeout ?? REQUEST_TIMEOUT),
    loggerInstance: options.logger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
      sendProblem(asProblem(error), request, reply);
    },
    clientErrorHandler: answerBrokenRequest,
  });
  prepare(adapter.getInstance(), options);
  const root = { module: class Root {}, imports: [PlatformModule.of(options), module] };
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter, {
    bodyParser: false,
    logger: new NestLogger(options.logger),
    abortOnError: false,
  });
  const undeclared = undeclaredRoutes(app);
  if (undeclared.length > 0) throw new Error(`routes that say neither @Public() nor @Roles(…): ${undeclared.join(', ')}`);
  serveDocument(app, options);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}

function prepare(fastify: FastifyInstance, options: AppOptions): void {
  fastify.decorateRequest('receivedAt', '');
  fastify.decorateRequest('caller');
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
    try {
      done(null, parseJsonBody(body as Buffer));
    } catch (error) {
      done(error as Error);
    }
  });
  fastify.addHook('onRequest', (request, _reply, done) => {
    (request as AcceptedRequest).caller = PUBLIC_CALLER;
    done();
  });
  addRequestHooks(fastify, options);
  options.mount?.(fastify);
}
