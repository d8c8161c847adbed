import { Body, Controller, Get, Module, Query } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiSchema,
  type OpenAPIObject,
} from '@nestjs/swagger';
import { refuse } from '@parley/kernel';
import { createMemoryIssuer, Public, memorySigner } from '@parley/auth';
import { createLogger } from '@parley/telemetry';
import { Act } from '../acts/act.decorator';
import { createApp } from '../app/create-app';
import { systemClock } from '../app/system-clock';
import { EnumField, IntField, ListField, NestedField, TextField, TextListField } from '../fields/field-decorators';
import { Shown } from '../fields/shown.decorator';
import { type AuthoredText, TextsField } from '../fields/texts.field';
import { UuidParam } from '../fields/uuid-param.decorator';
import { PageRequest } from '../paging/page.request';
import { ShownList } from '../paging/page.response';
import { documentGaps } from './document-gaps';
import { unshareParts } from './share-parts';

const tooLate = { code: 'too-late', rule: 'S4', en: 'Too late.', 'zh-Hans': '已逾期。' } as const;
const decides = () => refuse(tooLate);

@ApiSchema({ description: 'A measure complained of.' })
class MeasureRequest {
  @TextField({ meaning: 'Title.', example: 'Duties', max: 5 })
  readonly title: string;
}

class ThingRequest {
  @EnumField({ meaning: 'Kind.', example: 'a', values: ['a', 'b'] })
  readonly kind: 'a' | 'b';

  @IntField({ meaning: 'Year.', example: 2025, min: 2000, max: 2100, optional: true })
  readonly year?: number;

  @NestedField(() => MeasureRequest, { meaning: 'First measure.', example: { title: 'Duties' } })
  readonly first: MeasureRequest;

  @ListField(() => MeasureRequest, { meaning: 'Measures.', example: [], min: 1, max: 3 })
  readonly measures: readonly MeasureRequest[];

  @TextListField({ meaning: 'Symbols.', example: [], max: 3, of: { max: 4 } })
  readonly symbols: readonly string[];

  @TextsField({ meaning: 'Summary.', example: [], max: 100 })
  readonly summary: readonly AuthoredText[];
}

class RemarkRequest {
  @TextField({ meaning: 'What is remarked.', example: 'None.', max: 5, optional: true })
  readonly remark?: string;
}

@ApiSchema({ description: 'A measure.' })
class MeasureShown {
  @Shown({ meaning: 'Title.', example: 'Duties' })
  readonly title: string;
}

@ApiSchema({ description: 'A thing as it stands.' })
class ThingShown {
  @Shown({ meaning: 'First measure.', type: () => MeasureShown, nullable: true })
  readonly first: MeasureShown | null;

  @Shown({ meaning: 'Who answered.', values: ['complainant', 'respondent'], nullable: true })
  readonly side: 'complainant' | 'respondent' | null;

  @Shown({ meaning: 'Docket number.', kind: 'docketNumber', nullable: true })
  readonly docketNumber: string | null;

  @Shown({ meaning: 'Since when.', format: 'date-time', nullable: true })
  readonly since: string | null;

  @Shown({ meaning: 'Exhibits.', kind: 'exhibit', type: () => String, list: true })
  readonly exhibits: readonly string[];

  @Shown({ meaning: 'Symbols.', type: () => String, list: true })
  readonly symbols: readonly string[];
}

@Controller('v1/things')
class ThingsController {
  @Act({ post: '', status: 201, rule: 'S1', as: ['desk'], decides, refuses: [tooLate] })
  @ApiOperation({ summary: 'File a thing' })
  @ApiCreatedResponse({ type: ThingShown })
  fileThing(@Body() _body: ThingRequest): object {
    return {};
  }

  @Act({ post: ':thingId/remarks', rule: 'S1', as: ['desk'], decides, refuses: [tooLate] })
  @ApiOperation({ summary: 'Remark on a thing', description: 'Or on nothing.' })
  @ApiOkResponse({ type: ThingShown })
  remarkOnThing(@UuidParam('thingId', 'Id of the thing.') _id: string, @Body() _body: RemarkRequest): object {
    return {};
  }

  @Get()
  @Public()
  @ApiOperation({ summary: 'List things' })
  @ShownList(() => ThingShown, 'Things, newest first.')
  listThings(@Query() _page: PageRequest): object {
    return {};
  }

  @Get(':thingId')
  @Public()
  @ApiBearerAuth()
  @ApiOperation({ summary: 'Read a thing', description: 'As it stands.' })
  @ApiOkResponse({ type: ThingShown })
  readThing(@UuidParam('thingId', 'Id of the thing.') _id: string): object {
    return {};
  }
}

@Module({ controllers: [ThingsController] })
class ThingsModule {}

describe('the document of an application', () => {
  let app: NestFastifyApplication;
  let document: OpenAPIObject;
  /** The same with every part in its place. */
  let whole: OpenAPIObject;

  beforeAll(async () => {
    const { verifier } = await createMemoryIssuer();
    app = await createApp(ThingsModule, {
      clock: systemClock,
      tokens: verifier,
      signer: memorySigner(),
      cursorSecret: Buffer.alloc(32),
      logger: createLogger('silent'),
    });
    document = (await app.inject({ url: '/openapi.json' })).json();
    whole = structuredClone(document);
    unshareParts(whole);
  });
  afterAll(() => app.close());

  it('is OpenAPI 3.1 and leaves nothing to guess', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(documentGaps(document)).toEqual([]);
  });

  it('says of a body what it is sent for, and of another schema what its class says', () => {
    const { schemas } = document.components as { schemas: Record<string, { description?: string }> };
    expect([schemas['ThingRequest'], schemas['MeasureRequest'], schemas['ThingShown']]).toMatchObject([
      { description: 'To file a thing.' },
      { description: 'A measure complained of.' },
      { description: 'A thing as it stands.' },
    ]);
  });

  it('gives each field its meaning, example and limits', () => {
    const { properties, required, example } = document.components!.schemas!['ThingRequest'] as {
      properties: Record<string, object>;
      required: string[];
      example: object;
    };
    expect(required).toEqual(['kind', 'first', 'measures', 'symbols', 'summary']);
    expect(properties).toMatchObject({
      kind: { description: 'Kind.', enum: ['a', 'b'] },
      year: { type: 'integer', example: 2025, minimum: 2000, maximum: 2100 },
      first: { $ref: '#/components/schemas/MeasureRequest' },
      measures: { type: 'array', items: { $ref: '#/components/schemas/MeasureRequest' }, minItems: 1, maxItems: 3 },
      symbols: { type: 'array', items: { type: 'string', minLength: 1, maxLength: 4 }, maxItems: 3 },
      summary: {
        items: {
          $ref: '#/components/schemas/AuthoredTextUpTo100',
        },
        description: 'Summary.',
      },
    });
    expect(example).toMatchObject({
      ...{ kind: 'a', first: { title: 'Duties' }, measures: [{ title: 'Duties' }], symbols: [] },
      summary: [{ lang: 'en', kind: 'original' }],
    });
    expect(document.components!.schemas!['AuthoredTextUpTo100']).toMatchObject({
      allOf: [
        { $ref: '#/components/schemas/AuthoredText' },
        { properties: { text: { minLength: 1, maxLength: 100 } } },
      ],
    });
    expect(JSON.stringify(document)).not.toContain('x-text-length');
  });

  it('says null as JSON Schema does', () => {
    const { properties } = document.components!.schemas!['ThingShown'] as { properties: Record<string, object> };
    expect(properties['first']).toEqual({
      anyOf: [{ $ref: '#/components/schemas/MeasureShown' }, { type: 'null' }],
      description: 'First measure.',
    });
    expect(properties['side']).toMatchObject({ type: ['string', 'null'], enum: ['complainant', 'respondent', null] });
    expect(JSON.stringify(document)).not.toContain('nullable');
  });

  it('gives a shown field the form, the limit and the example of its kind, as text even where it may be null', () => {
    const { properties } = document.components!.schemas!['ThingShown'] as { properties: Record<string, object> };
    const named = (name: string) => ({ anyOf: [{ $ref: `#/components/schemas/${name}` }, { type: 'null' }] });
    expect(properties['docketNumber']).toEqual({ description: 'Docket number.', ...named('DocketNumber') });
    expect(properties['since']).toEqual({ description: 'Since when.', ...named('Instant') });
    expect(document.components!.schemas).toMatchObject({
      DocketNumber: { type: 'string', pattern: '^[A-Z]{2,8}-\\d{4}-\\d{4,}$', example: 'CN-2025-0001' },
      Instant: { type: 'string', format: 'date-time', example: '2025-02-18T16:00:00.000Z' },
    });
    expect(properties['exhibits']).toMatchObject({
      type: 'array',
      items: { type: 'string', pattern: '^[A-Z]{2,5}-[1-9]\\d{0,5}$' },
      example: ['USA-1'],
    });
  });

  it('names for an act its headers and every code that it can be refused with', () => {
    const { responses, parameters, operationId } = whole.paths['/v1/things']!.post!;
    expect(operationId).toBe('fileThing');
    expect((parameters as { name: string }[]).map(({ name }) => name)).toEqual(['Idempotency-Key', 'If-Match']);
    expect(Object.keys((responses['201'] as { headers: object }).headers)).toEqual([
      'ETag',
      'Parley-Position',
      'Location',
    ]);
    const codes = Object.values(responses).flatMap((response) => codesIn(response));
    expect(codes).toEqual(
      expect.arrayContaining([
        'too-late',
        'stale',
        'idempotency-key-reused',
        'invalid-fields',
        'token-invalid',
        'not-found',
      ]),
    );
  });

  it('says which body may be left out: one in which everything may', () => {
    const bodyOf = (path: string) => whole.paths[path]!.post!.requestBody as { required?: boolean };
    expect([bodyOf('/v1/things').required, bodyOf('/v1/things/{thingId}/remarks').required]).toEqual([true, undefined]);
  });

  it('gives the codes of each status as a list, and says once in a sentence what each means', () => {
    const { responses } = whole.paths['/v1/things']!.post!;
    expect(codesIn(responses['409'])).toEqual(['idempotency-key-reused', 'too-late']);
    expect(codesIn(responses['default'])).toEqual(expect.arrayContaining(['body-too-large', 'unavailable']));
    const { enum: all, 'x-enum-descriptions': meanings } = document.components!.schemas!['ProblemCode'] as {
      enum: string[];
      'x-enum-descriptions': string[];
    };
    expect(meanings).toHaveLength(all.length);
    expect(meanings[all.indexOf('too-late')]).toBe('S4: Too late.');
    expect(meanings[all.indexOf('unavailable')]).toBe(
      'The service is starting, stopping, or cannot reach its database.',
    );
  });

  it('says what a code means that no operation can tell of, and of a list that it may not know its cursor', () => {
    const known = ['method-not-allowed', 'uri-too-long', 'headers-too-large', 'not-yet'];
    expect(document.components!.schemas!['ProblemCode']).toMatchObject({
      enum: expect.arrayContaining(known) as unknown,
    });
    expect(codesIn(whole.paths['/v1/things']!.get!.responses['400'])).toContain('cursor-invalid');
    expect(codesIn(whole.paths['/v1/things/{thingId}']!.get!.responses['400'])).not.toContain('cursor-invalid');
  });

  it('says once what several operations say alike', () => {
    const { responses } = document.paths['/v1/things']!.get!;
    const { $ref } = responses['default'] as { $ref: string };
    expect(document.paths['/v1/things/{thingId}']!.get!.responses['default']).toEqual({ $ref });
    expect(document.components!.responses![$ref.replace('#/components/responses/', '')]).toEqual(
      whole.paths['/v1/things']!.get!.responses['default'],
    );
  });

  it('says of a public route, in words and to programs, that it needs no token', () => {
    expect(document.paths['/v1/things']!.get).toMatchObject({ description: 'Public: no token needed.', security: [] });
    expect(document.paths['/v1/things/{thingId}']!.get).toMatchObject({
      description: 'As it stands. Public: no token needed.',
      security: [{}, { bearer: [] }],
    });
    expect(document.security).toEqual([{ bearer: [] }]);
    expect(document.paths['/v1/things']!.post!.security).toBeUndefined();
  });
});

const codesIn = (response: unknown): readonly string[] =>
  (response as { content?: Record<string, { schema: { allOf?: { properties?: { code: { enum: string[] } } }[] } }> })
    .content?.['application/problem+json']?.schema.allOf?.[1]?.properties?.code.enum ?? [];
