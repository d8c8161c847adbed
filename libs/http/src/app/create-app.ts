import 'reflect-metadata';
import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import { routesWhere, saysNotForWhom } from '@parley/auth';
import { NestLogger } from '@parley/telemetry';
import { ACT_TIME_MS } from '../acts/received-act';
import { answerAsked } from '../acts/answer-asked';
import { compressPublic } from '../compression/compress-public';
import { takeDocketNumbers } from '../front/docket-numbers';
import { letReadsWait } from '../front/waiting-reads';
import { leadOn } from '../front/moved-addresses';
import { addRateLimit } from '../limits/add-rate-limit';
import { serveDocument } from '../openapi/serve-document';
import { asProblem } from '../problems/as-problem';
import { sendProblem } from '../problems/send-problem';
import { isUnlogged } from '../reads/logged-read.decorator';
import { addSecurityHooks } from '../security/add-security-hooks';
import type { AppOptions } from './app-options';
import { answerBrokenRequest } from './broken-request';
import { addBodyParsers } from './body-parsers';
import { addBodyTimeout } from './body-timeout';
import { JSON_LIMIT } from './json-body';
import { endLastingAnswers } from './lasting-answers';
import { type MethodsOffered, refuseOtherMethods } from './other-methods';
import { PlatformModule } from './platform.module';
import { addRequestHooks, requestIdOf } from './request-hooks';

/** Milliseconds in which the largest upload must have arrived whole. */
const UPLOAD_TIMEOUT = 15 * 60_000;
/** Milliseconds without a byte in either direction after which a connection is given up. */
const SILENCE_TIMEOUT = 120_000;

/**
 * Builds the Nest application of one or more services on Fastify, initialised and not yet listening: `app.inject` works
 * at once.
 * @throws when a route does not say for whom it is, or hands out what is not public and does not say how that is
 *   logged, naming each
 */
export async function createApp(module: Type | DynamicModule, options: AppOptions): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: JSON_LIMIT,
    requestTimeout: UPLOAD_TIMEOUT,
    connectionTimeout: SILENCE_TIMEOUT,
    return503OnClosing: false,
    loggerInstance: options.logger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: requestIdOf,
    routerOptions: { maxParamLength: 200 },
    trustProxy: [...(options.trustedProxies ?? [])],
    frameworkErrors: (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
      sendProblem(asProblem(error), request, reply);
    },
    clientErrorHandler: answerBrokenRequest,
  });
  const offeredAt = prepare(adapter.getInstance(), options, options.requestTimeout ?? ACT_TIME_MS);
  const root = { module: class Root {}, imports: [PlatformModule.of(options), module] };
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter, {
    bodyParser: false,
    logger: new NestLogger(options.logger),
    abortOnError: false,
  });
  refuseRoutes('say neither @Public() nor @Roles(…)', routesWhere(app, saysNotForWhom));
  refuseRoutes(
    'hand out what is not public and say neither @Logged(…) nor @HoldsNoMaterial()',
    routesWhere(app, isUnlogged),
  );
  serveDocument(app, options);
  answerAsked(app, offeredAt);
  takeDocketNumbers(app);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}

function refuseRoutes(which: string, names: readonly string[]): void {
  if (names.length > 0) throw new Error(`routes that ${which}: ${names.join(', ')}`);
}

function prepare(fastify: FastifyInstance, options: AppOptions, requestTimeout: number): MethodsOffered {
  fastify.decorateRequest('receivedAt', '');
  fastify.decorateRequest('acceptedAt', 0);
  fastify.decorateRequest('caller');
  fastify.decorateRequest('delegation');
  addBodyParsers(fastify);
  addRequestHooks(fastify, options);
  compressPublic(fastify);
  endLastingAnswers(fastify);
  if (options.security) addSecurityHooks(fastify, options.security, options.clock);
  addRateLimit(fastify, options.requestsPerMinute ?? 0, options.tokens);
  addBodyTimeout(fastify, requestTimeout);
  leadOn(fastify);
  if (options.followThrough) letReadsWait(fastify, options.followThrough);
  const offeredAt = refuseOtherMethods(fastify);
  options.mount?.(fastify);
  return offeredAt;
}
