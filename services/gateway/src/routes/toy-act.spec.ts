import { Controller, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { actsIn, actsTable } from '@parley/access';
import { createMemoryIssuer } from '@parley/auth';
import { accept, refuse } from '@parley/kernel';
import { Act, createApp, Received, Shown, showOwnRoutes, systemClock, type ReceivedAct } from '@parley/http';
import { createLogger } from '@parley/telemetry';
import { ServiceInstances } from '../proxy/service-instances';
import { CONTEXTS, RoutesOfServices, type Services } from './routes-of-services';

class ToyShown {
  @Shown({ meaning: 'Who played.' })
  readonly by: string;
}

const broken = { code: 'toy-broken', rule: 'T1', en: 'The toy is broken.', 'zh-Hans': '玩具已损坏。' } as const;

const play = ({ isBroken }: { readonly isBroken: boolean }) => (isBroken ? refuse(broken) : accept('Played'));

@Controller('v1/toys')
class ToysController {
  @Act({ post: 'plays', as: ['auditor'], rule: 'T1', decides: play, refuses: [broken] })
  @ApiOperation({ summary: 'Play' })
  @ApiOkResponse({ type: ToyShown })
  play(@Received({ body: 'none' }) { caller }: ReceivedAct): ToyShown {
    return { by: caller.personId };
  }
}

@Module({ controllers: [ToysController] })
class ToysModule {}

interface ApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}
interface Operation {
  readonly responses: Readonly<Record<string, { readonly content: Readonly<Record<string, { examples: object }>> }>>;
}

/** An act is added without touching a table: everything that tells of it is made from its declaration. */
describe('an act that is added', () => {
  let app: NestFastifyApplication;
  let document: ApiDocument;
  let authorization: string;

  beforeAll(async () => {
    const issuer = await createMemoryIssuer();
    authorization = await issuer.bearer({ sub: 'us-auditor', party: 'US', roles: ['auditor'] });
    app = await createApp(ToysModule, {
      clock: systemClock,
      tokens: issuer.verifier,
      cursorSecret: Buffer.alloc(32),
      logger: createLogger('silent'),
      mount: showOwnRoutes,
    });
    await app.listen(0, '127.0.0.1');
    document = (await app.inject({ url: '/openapi.json' })).json<ApiDocument>();
  });
  afterAll(() => app.close());

  it('stands in the document with who may do it and what it refuses', () => {
    const operation = document.paths['/v1/toys/plays']?.['post'];
    expect(operation).toMatchObject({ 'x-roles': ['auditor'], 'x-act': { rule: 'T1', whileSuspended: true } });
    expect(actsIn(document)).toMatchObject([{ refusals: ['toy-broken'] }]);
  });

  it('is forwarded by the gateway', async () => {
    const instances = new ServiceInstances([await app.getUrl()]);
    const services = Object.fromEntries(CONTEXTS.map((context) => [context, instances])) as Services;
    expect(await new RoutesOfServices(services).find('/v1/toys/plays')).toMatchObject({ pattern: '/v1/toys/plays' });
  });

  it('stands in the table of acts', () => {
    expect(actsTable(actsIn(document), 'en').split('\n').slice(2)).toEqual([
      '| `POST /v1/toys/plays` | Play | auditor | T1 | toy-broken |',
    ]);
  });

  it('is among the acts that the suites run over, which read them from the document', () => {
    expect(actsIn(document).map(({ act }) => act)).toEqual(['POST /v1/toys/plays']);
  });

  it('is done, and says beforehand whether it may be', async () => {
    const headers = { authorization, 'idempotency-key': 'play' };
    const done = await app.inject({ method: 'POST', url: '/v1/toys/plays', headers });
    expect([done.statusCode, done.json()]).toEqual([200, { by: 'us-auditor' }]);
    const asked = await app.inject({ method: 'OPTIONS', url: '/v1/toys/plays', headers: { authorization } });
    expect(asked.json()).toEqual({ acts: [{ method: 'POST', may: true, asOf: 'caller' }] });
  });
});
