import { Controller, Get, Inject, Module, Param, Req, type Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Caller } from '@parley/access';
import { createMemoryIssuer, Public, Roles, type MemoryIssuer } from '@parley/auth';
import type { CaseId, Instant } from '@parley/kernel';
import { createLogger } from '@parley/telemetry';
import type { FastifyRequest } from 'fastify';
import { createApp } from '../app/create-app';
import { CurrentCaller } from '../caller/current-caller.decorator';
import { HoldsNoMaterial, Logged } from './logged-read.decorator';
import { Reading } from './reading';
import { ReadsLog } from './reads-log';

const caseId = '5f0c1a52-6a1e-8a3b-9c4d-0123456789ab' as CaseId;
const purpose = { 'parley-purpose': 'Preparing the reply' };

@Controller('v1')
class ThingsController {
  constructor(@Inject(Reading) private readonly reading: Reading) {}

  @Get('cases/:caseId/papers/:paper')
  @Roles('desk')
  @Logged({ subject: 'paper :paper', tier: 'PARTIES' })
  paper(@Param('paper') paper: string): string {
    if (paper === 'none') throw new Error('there is none');
    return `text of ${paper}`;
  }

  @Get('drafts')
  @Roles('desk')
  @Logged({ subject: 'drafts', what: 'line', tier: 'FILER' })
  drafts(): string {
    return 'drafts';
  }

  @Get('cases/:caseId/letters')
  @Roles('desk')
  @Logged()
  async letters(
    @Param('caseId') id: CaseId,
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
  ): Promise<string> {
    await this.reading.note(id, [{ subject: 'letters', what: 'content', tier: 'PANEL' }], caller, request);
    return 'letters';
  }

  @Get('cases/:caseId/forgotten')
  @Roles('desk')
  @Logged()
  forgotten(): string {
    return 'what nobody noted';
  }

  @Get('lag')
  @Roles('operator')
  @HoldsNoMaterial()
  lag(): string {
    return '0';
  }

  @Get('docket')
  @Public()
  docket(): string {
    return 'docket';
  }
}

describe('a read of what is not public', () => {
  const logged: unknown[] = [];
  let issuer: MemoryIssuer;
  let app: NestFastifyApplication;
  let failing = false;

  const open = (controller: Type): Promise<NestFastifyApplication> => {
    const log: Pick<ReadsLog, 'record'> = {
      record: (of, [handed], by) => {
        if (failing) return Promise.reject(new Error('the log cannot be written'));
        logged.push({ of, ...handed, by: by.caller.personId, purpose: by.purpose });
        return Promise.resolve();
      },
    };
    @Module({ controllers: [controller], providers: [Reading, { provide: ReadsLog, useValue: log }] })
    class ThingsModule {}
    return createApp(ThingsModule, {
      clock: { now: () => '2025-02-05T08:00:00.000Z' as Instant },
      tokens: issuer.verifier,
      cursorSecret: Buffer.alloc(32, 7),
      logger: createLogger('silent'),
    });
  };
  const get = async (url: string, headers: Readonly<Record<string, string>> = {}) =>
    app.inject({
      url,
      headers: { authorization: await issuer.bearer({ sub: 'us-desk', party: 'US', roles: ['desk'] }), ...headers },
    });

  beforeAll(async () => {
    issuer = await createMemoryIssuer();
    app = await open(ThingsController);
  });
  beforeEach(() => {
    [logged.length, failing] = [0, false];
  });
  afterAll(() => app.close());

  it('is logged with case, thing, person and purpose before it is answered', async () => {
    expect((await get(`/v1/cases/${caseId}/papers/P1`, purpose)).body).toBe('text of P1');
    expect(logged).toEqual([
      {
        of: caseId,
        subject: 'paper P1',
        what: 'content',
        tier: 'PARTIES',
        by: 'us-desk',
        purpose: 'Preparing the reply',
      },
    ]);
  });

  it('is not answered when the log cannot be written', async () => {
    failing = true;
    const answer = await get(`/v1/cases/${caseId}/papers/P1`, purpose);
    expect([answer.statusCode, answer.body.includes('text of')]).toEqual([500, false]);
  });

  it('is not logged when nothing was handed out', async () => {
    expect((await get(`/v1/cases/${caseId}/papers/none`, purpose)).statusCode).toBe(500);
    expect(logged).toEqual([]);
  });

  it('needs a purpose where fewer than the parties may read, and none else', async () => {
    expect((await get('/v1/drafts')).json()).toMatchObject({ status: 400, code: 'purpose-missing', rule: 'I-40' });
    expect(logged).toEqual([]);
    expect((await get(`/v1/cases/${caseId}/papers/P1`)).statusCode).toBe(200);
    expect((await get('/v1/drafts', purpose)).body).toBe('drafts');
    expect(logged).toMatchObject([{ purpose: null }, { of: null, subject: 'drafts', what: 'line' }]);
  });

  it('is logged by its handler where that knows what it hands out, and is not answered where it did not', async () => {
    expect((await get(`/v1/cases/${caseId}/letters`)).body).toBe('letters');
    expect(logged).toMatchObject([{ of: caseId, subject: 'letters', tier: 'PANEL' }]);
    const answer = await get(`/v1/cases/${caseId}/forgotten`);
    expect([answer.statusCode, answer.body.includes('nobody')]).toEqual([500, false]);
  });

  it('keeps a process from its start where no decorator says how it is logged', async () => {
    @Controller('v1/unlogged')
    class UnloggedController {
      @Get('papers')
      @Roles('desk')
      papers(): string {
        return 'papers';
      }
    }
    await expect(open(UnloggedController)).rejects.toThrow(/@HoldsNoMaterial\(\): UnloggedController\.papers$/);
  });
});
