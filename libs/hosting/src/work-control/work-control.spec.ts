import { Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createMemoryIssuer } from '@parley/auth';
import { createApp, systemClock, type RunningService } from '@parley/http';
import { createLogger } from '@parley/telemetry';
import { workControl } from './work-control';
import { WorkControlModule } from './work-control.module';

describe('what a service says of its work', () => {
  let app: NestFastifyApplication;
  let happened: string[];

  beforeEach(async () => {
    happened = [];
    const note = (what: string) => async () => void happened.push(what);
    const running: Pick<RunningService, 'turn'> = { turn: note('turn') };
    const store = { head: () => Promise.resolve('7') };
    const control = workControl({
      store: store as never,
      publication: { told: note('told'), idle: note('marked') },
      running,
    });
    @Module({ imports: [WorkControlModule.with(control)] })
    class Working {}
    app = await createApp(Working, {
      clock: systemClock,
      tokens: (await createMemoryIssuer()).verifier,
      cursorSecret: Buffer.alloc(32),
      logger: createLogger('silent'),
    });
  });
  afterEach(() => app.close());

  const ask = async (what: string) => (await app.inject({ url: `/internal/work/${what}` })).json<unknown>();

  it('is where the record ends, and when it has told and done what it has to', async () => {
    expect(await ask('head')).toEqual({ head: '7' });
    expect(await ask('told')).toEqual({ told: true });
    expect(await ask('marked')).toEqual({ marked: true });
    expect(happened).toEqual(['told', 'marked']);
    expect(await ask('settled')).toEqual({ settled: true });
    expect(happened).toEqual(['told', 'marked', 'turn']);
  });

  it('is in no document', async () => {
    expect((await app.inject({ url: '/openapi.json' })).body).not.toContain('internal/work');
  });
});
