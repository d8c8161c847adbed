import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { AppOptions } from '../app/app-options';
import { KnownProblems } from '../problems/known-problems';
import { buildDocument, type BuiltDocument } from './build-document';

/**
 * Serves the API's document at /openapi.json and a page over it at /docs, for this process and for any processes behind
 * it. The document is built when it is first asked for, since a start would otherwise take a fifth longer.
 */
export function serveDocument(
  app: NestFastifyApplication,
  { behind, ...options }: Pick<AppOptions, 'howToGetToken' | 'behind'>,
): void {
  let kept: BuiltDocument | undefined;
  const built = (): BuiltDocument => (kept ??= buildDocument(app, options));
  app.get(KnownProblems).declaredBy(() => built().refusals);
  SwaggerModule.setup('docs', app, () => built().document, {
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
