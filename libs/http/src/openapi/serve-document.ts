import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { AppOptions } from '../app/app-options';
import { KnownProblems } from '../problems/known-problems';
import { buildDocument, type BuiltDocument } from './build-document';

/**
 * Serves the API's document at /openapi.json and a page over it at /docs, all of it from this process and, where there
 * are such, from those behind it. It is built when it is first asked for: a start would be a fifth longer.
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
