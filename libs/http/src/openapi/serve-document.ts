import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { AppOptions } from '../app/app-options';
import { KnownProblems } from '../problems/known-problems';
import { buildDocument } from './build-document';

/**
 * Serves the API's document at /openapi.json and a page over it at /docs, all of it from this process and, where there
 * are such, from those behind it.
 */
export function serveDocument(
  app: NestFastifyApplication,
  { behind, ...options }: Pick<AppOptions, 'howToGetToken' | 'behind'>,
): void {
  const { document, refusals } = buildDocument(app, options);
  app.get(KnownProblems).add(refusals);
  SwaggerModule.setup('docs', app, document, {
    jsonDocumentUrl: 'openapi.json',
    raw: ['json'],
    customSiteTitle: 'Parley API',
    ...(behind
      ? {
          patchDocumentOnRequest: async (_request: unknown, _reply: unknown, own: OpenAPIObject) =>
            behind.document(own),
        }
      : {}),
    swaggerOptions: { persistAuthorization: false, validatorUrl: null },
  });
}
