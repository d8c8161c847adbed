import { Body, Controller, Get, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createMemoryIssuer, Public } from '@parley/auth';
import { accept, refuse, type Instant } from '@parley/kernel';
import { createLogger } from '@parley/telemetry';
import { Act } from '../acts/act.decorator';
import { createApp } from '../app/create-app';
import { TextField } from '../fields/field-decorators';
import { ProblemError } from '../problems/problem.error';
import { FollowThrough } from './follow-through';

const unknown = { code: 'unknown-thing', rule: 'T1', en: 'There is no such thing.', 'zh-Hans': '无此事物。' } as const;

/** What was recorded elsewhere, and what of it this service has heard. */
let recorded: string[] = [];
let heard: string[] = [];
let decided: number;

const decide = (thing: string) => (heard.includes(thing) ? accept(thing) : refuse(unknown));

class NamedThing {
  @TextField({ meaning: 'What is used.', example: 'a', max: 10 })
  readonly thing: string;
}

@Controller('v1/things')
class ThingsController {
  @Act({ post: 'uses', as: ['desk'], rule: 'T1', decides: decide, refuses: [unknown] })
  use(@Body() { thing }: NamedThing): object {
    decided += 1;
    const outcome = decide(thing);
    if (outcome.kind === 'refused') throw ProblemError.refused(outcome);
    return { used: thing };
  }

  @Get()
  @Public()
  things(): object {
    return { heard };
  }
}

@Module({ controllers: [ThingsController] })
class Things {}

describe('what comes before its service has heard all that is on record', () => {
  let app: NestFastifyApplication;
  let authorization: string;
  let hear: () => Promise<void>;

  beforeEach(async () => {
    [recorded, heard, decided] = [[], [], 0];
    hear = async () => void (heard = [...recorded]);
    const issuer = await createMemoryIssuer();
    authorization = await issuer.bearer({ sub: 'cn-desk', party: 'CN', roles: ['desk'] });
    app = await createApp(Things, {
      clock: { now: () => '2025-02-04T09:00:00.000Z' as Instant },
      tokens: issuer.verifier,
      cursorSecret: Buffer.alloc(32),
      logger: createLogger('silent'),
      followThrough: new FollowThrough({
        head: () => Promise.resolve(String(recorded.length)),
        idle: () => hear(),
      }),
    });
  });
  afterEach(() => app.close());

  const use = async (thing: string, key = thing) => {
    const headers = { authorization, 'idempotency-key': key };
    const answer = await app.inject({ method: 'POST', url: '/v1/things/uses', headers, payload: { thing } });
    return { status: answer.statusCode, code: answer.json<{ code?: string }>().code, headers: answer.headers };
  };

  it('is an act that is decided again once all has been heard', async () => {
    recorded = ['a'];
    expect((await use('a')).status).toBe(200);
    expect(decided).toBe(2);
  });

  it('is refused all the same when nothing of what was recorded changes that', async () => {
    recorded = ['a'];
    expect(await use('b')).toMatchObject({ status: 409, code: 'unknown-thing' });
    expect(decided).toBe(2);
  });

  it('is decided once when all had been heard before it came', async () => {
    await use('first');
    decided = 0;
    expect(await use('b')).toMatchObject({ status: 409, code: 'unknown-thing' });
    expect(decided).toBe(1);
  });

  it('is told to come again when that is not heard in time', async () => {
    hear = () => Promise.reject(new Error('the broker is away'));
    recorded = ['a'];
    const answer = await use('a');
    expect(answer).toMatchObject({ status: 503, code: 'not-yet' });
    expect(answer.headers['retry-after']).toBe('1');
  });

  it('is not asked about faults of its fields', async () => {
    recorded = ['a'];
    hear = () => Promise.reject(new Error('not to be asked'));
    expect(await use('much too long')).toMatchObject({ status: 422, code: 'invalid-fields' });
  });

  it.each([
    ['prefers to wait', { prefer: 'respond-async, wait=5' }, 'wait=5', ['a']],
    ['prefers to wait longer than anybody may', { prefer: 'wait=60' }, 'wait=5', ['a']],
    ['names the position of a write', {}, undefined, ['a']],
    ['says nothing of it', {}, undefined, []],
    ['says what nobody understands', { prefer: 'wait=soon' }, undefined, []],
  ])('shows to a read that %s what it waited for', async (what, headers, applied, shown) => {
    recorded = ['a'];
    const url = what.startsWith('names') ? '/v1/things?after=x' : '/v1/things';
    const answer = await app.inject({ url, headers });
    expect(answer.json()).toEqual({ heard: shown });
    expect(answer.headers['preference-applied']).toBe(applied);
  });
});
