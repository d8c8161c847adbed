import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';
import type { AppOptions } from '../app/app-options';
import { KnownProblems } from '../problems/known-problems';
import { buildDocument } from './build-document';

/** Serves the API's document at /openapi.json and a page over it at /docs, all of it from this process. */
export function serveDocument(app: NestFastifyApplication, options: Pick<AppOptions, 'howToGetToken'>): void {
  const { document, refusals } = buildDocument(app, options);
  app.get(KnownProblems).add(refusals);
  SwaggerModule.setup('docs', app, document, {
    jsonDocumentUrl: 'openapi.json',
    raw: ['json'],
    customSiteTitle: 'Parley API',
    swaggerOptions: { persistAuthorization: false, validatorUrl: null },
  });
}
