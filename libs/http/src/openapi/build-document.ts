import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { Language } from '@parley/kernel';
import type { AppOptions } from '../app/app-options';
import { PARTIES_SHOWN } from '../parties/parties.controller';
import type { InstallationPartiesShown } from '../parties/parties.response';
import { BilingualShown } from '../fields/bilingual.response';
import type { ProblemKind } from '../problems/problem-kind';
import { ACT_TIME_MS } from '../acts/received-act';
import { provided } from '../app/provided';
import { JSON_LIMIT, MOST_KEYS, MOST_LEVELS, MOST_VALUES } from '../app/json-body';
import { asOpenApi31 } from './as-openapi-31';
import { describeActs } from './describe-acts';
import { describeBodies } from './describe-bodies';
import { describeIssuers } from './describe-issuers';
import { describeProblems } from './describe-problems';
import { describePublic, shareSecurity } from './describe-public';
import { describeSchemas } from './describe-schemas';
import { describeTags } from './describe-tags';
import { SIGNATURE_HEADER } from '../acts/signature-header';
import { describeTexts } from './describe-texts';
import { inShort } from './in-short';
import { nameValues, omitMadeUpExamples } from './name-values';
import { orderCodes } from './order-codes';
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
  'Every act carries an `Idempotency-Key`, which names it for ever: the same act may be sent again at any time, ' +
    'another body with that key is refused.',
  `Any act may carry \`${SIGNATURE_HEADER}\`: a compact JWS (EdDSA, ES256; \`kid\`: thumbprint of a key of your side, or your own) ` +
    'over the hexadecimal SHA-256 of the canonical JSON of `act` (method and path), `case` (its id, or null), `key`, ' +
    '`once` (the Idempotency-Key) and `shown` (SHA-256 of the canonical JSON of the body, or of null).',
  'Every refusal is a problem (RFC 9457) with a stable `code` and mostly a rule; see `/problems/{code}` and ' +
    '`/rules/{rule}`. With `Accept-Language: zh-Hans` this document says in Chinese what each code means.',
  'OPTIONS on the path of an act says, without its body, whether the caller `may` do it now, and if not, the ' +
    '`problem` that it would meet; `asOf` is `now`, or `caller` where only the caller was looked at. `signed` says ' +
    'that your side requires a signature of it.',
  `Limits: a JSON body has at most ${String(JSON_LIMIT / 1024)} KiB, ${String(MOST_LEVELS)} levels, ` +
    `${String(MOST_KEYS)} keys in an object and ${String(MOST_VALUES)} values, and arrives within ` +
    `${String(ACT_TIME_MS / 1000)} s. A page of a list has at most 200 entries. With 429 and 503, ` +
    '`Retry-After` says when to ask again.',
  'A read with `Prefer: wait=5` waits, 5 s at most, until it shows what follows from every act on record, in any ' +
    'service; so does a list with the `Parley-Position` of a write as `after`. An act that comes too early waits by ' +
    'itself, or answers 503 `not-yet`. `Link` of its answer leads to the proof of what it recorded in a case.',
  'A thing that the caller may not know of answers as one that does not exist. Instants are ISO 8601 with a zone. ' +
    'A whole answer stands, by the name of its schema, at `/docs/answers/{schema}`.',
].join('\n\n');

/** The OpenAPI 3.1 document of an application, with every problem of every route in one language. */
export function buildDocument(
  app: INestApplication,
  { howToGetToken, publicUrl }: Pick<AppOptions, 'howToGetToken' | 'publicUrl'>,
  language: Language,
): BuiltDocument {
  const base = new DocumentBuilder()
    .setTitle('Parley')
    .setDescription(howToGetToken === undefined ? DESCRIPTION : `${DESCRIPTION}\n\n${howToGetToken}`)
    .setVersion('1')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .setOpenAPIVersion('3.1.0')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' })
    .build();
  if (publicUrl !== undefined) base.servers = [{ url: publicUrl, description: 'This installation.' }];
  const document = SwaggerModule.createDocument(app, base, {
    // The controller's method is the method of a generated client.
    // Every problem shows its sentence as this.
    extraModels: [BilingualShown],
    operationIdFactory: (_controller, method) => method,
  });
  document.components = { ...document.components, schemas: { ...document.components?.schemas, ...PROBLEM_SCHEMAS } };
  const refusals = describeProblems(document, language);
  describeActs(document);
  describePublic(document);
  describeTexts(document);
  describeBodies(document);
  nameValues(document);
  omitMadeUpExamples(document);
  describeTags(document);
  describeSchemas(document);
  shareSecurity(document);
  // Behind a gateway the parties are shown by that alone.
  const parties = provided(app, PARTIES_SHOWN) as (() => InstallationPartiesShown) | undefined;
  if (parties) describeIssuers(document, parties());
  const finished = inShort(asOpenApi31(document));
  orderCodes(finished);
  shareParts(finished);
  return { document: finished, refusals };
}
