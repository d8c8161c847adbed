import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { ProblemKind } from '../problems/problem-kind';
import { asOpenApi31 } from './as-openapi-31';
import { describeActs } from './describe-acts';
import { describeProblems } from './describe-problems';
import { describePublic, shareSecurity } from './describe-public';
import { describeTexts } from './describe-texts';
import { PROBLEM_SCHEMAS } from './problem-schemas';
import { shareParts } from './share-parts';

export interface BuiltDocument {
  readonly document: OpenAPIObject;
  /** Every business refusal that a route declares. */
  readonly refusals: readonly ProblemKind[];
}

const DESCRIPTION = [
  'Dispute screening for a bilateral secretariat: filing, panel review and referral, with an ' +
    'append-only, provable record.',
  'Every act carries an `Idempotency-Key`; every refusal is a problem (RFC 9457) with a stable `code` ' +
    'and, where there is one, the rule.',
  'OPTIONS on the path of an act says of each act there, without its body, whether the caller `may` do it now, as ' +
    'far as that can be told, and if not, the `problem` that it would meet; `asOf` is `now`, or `caller` where ' +
    'only the caller was looked at.',
  'A thing that the caller may not know of answers as one that does not exist. Instants are ISO 8601 with a zone.',
].join('\n\n');

/** The OpenAPI 3.1 document of an application, with every problem of every route. */
export function buildDocument(
  app: INestApplication,
  { howToGetToken }: { readonly howToGetToken?: string },
): BuiltDocument {
  const base = new DocumentBuilder()
    .setTitle('Parley')
    .setDescription(howToGetToken === undefined ? DESCRIPTION : `${DESCRIPTION}\n\n${howToGetToken}`)
    .setVersion('1')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .setOpenAPIVersion('3.1.0')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' })
    .build();
  const document = SwaggerModule.createDocument(app, base, {
    // The controller's method is the method of a generated client.
    operationIdFactory: (_controller, method) => method,
  });
  document.components = { ...document.components, schemas: { ...document.components?.schemas, ...PROBLEM_SCHEMAS } };
  const refusals = describeProblems(document);
  describeActs(document);
  describePublic(document);
  describeTexts(document);
  shareSecurity(document);
  const finished = asOpenApi31(document);
  shareParts(finished);
  return { document: finished, refusals };
}
