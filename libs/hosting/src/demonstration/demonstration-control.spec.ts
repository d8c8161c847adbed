import { Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { commandIdOf, InMemoryEventStore, sha256, type CommandContext } from '@parley/event-store';
import { plusMillis, type Instant } from '@parley/kernel';
import { createMemoryIssuer } from '@parley/auth';
import { createApp, systemClock, type RunningService } from '@parley/http';
import { createLogger } from '@parley/telemetry';
import { DemonstrationClock } from '@parley/processes';
import { demonstrationControl } from './demonstration-control';
import { DemonstrationControlModule } from './demonstration-control.module';

const START = '2025-02-03T08:00:00.000Z' as Instant;
const DAY = 86_400_000;
const day = (n: number): Instant => plusMillis(START, n * DAY);
const moving: CommandContext = {
  commandId: commandIdOf('move'),
  cause: { kind: 'command', id: commandIdOf('move'), bodyDigest: sha256('move') },
  actor: { kind: 'system', process: 'gateway' },
  ruleSetVersion: 'none',
};

describe('the gateway’s hold on a service’s time', () => {
  let app: NestFastifyApplication;
  let store: InMemoryEventStore;
  /** The gateway's, and the service's. */
  let [gateway, clock]: [DemonstrationClock, DemonstrationClock] = [new DemonstrationClock(), new DemonstrationClock()];

  beforeEach(async () => {
    [gateway, clock] = [new DemonstrationClock(), new DemonstrationClock()];
    store = new InMemoryEventStore({ clock: gateway });
    await gateway.begin(store, START);
    await clock.catchUp(store);
    const timers = {
      nextDue: (after: Instant) => Promise.resolve(after < day(9) ? day(9) : undefined),
      fireDue: () => Promise.resolve(2),
    };
    const running = { timers: [timers] } as unknown as RunningService;
    @Module({
      imports: [DemonstrationControlModule.with(demonstrationControl({ clock, store, running }))],
    })
    class Controlled {}
    app = await createApp(Controlled, {
      clock: systemClock,
      tokens: (await createMemoryIssuer()).verifier,
      cursorSecret: Buffer.alloc(32),
      logger: createLogger('silent'),
    });
  });
  afterEach(() => app.close());

  const post = (what: string, now: string) =>
    app.inject({ method: 'POST', url: `/internal/demonstration/${what}`, payload: { now } });

  it('makes it follow the clock', async () => {
    await gateway.moveTo(store, day(5), moving);
    expect((await post('reached', day(5))).statusCode).toBe(204);
    expect(clock.now() >= day(5)).toBe(true);
  });

  it('asks for the next expiry, and fires what is due', async () => {
    const nextDue = async (after: string) =>
      (
        await app.inject({ url: `/internal/demonstration/next-due?after=${encodeURIComponent(after)}` })
      ).json<unknown>();
    expect(await nextDue('2025-02-03T09:00:00+01:00')).toEqual({ nextDue: day(9) });
    expect(await nextDue(day(9))).toEqual({ nextDue: null });
    expect((await post('fire', START)).json()).toEqual({ fired: 2 });
  });

  it('refuses what is no instant, and is in no document', async () => {
    expect((await post('reached', 'yesterday')).statusCode).toBe(422);
    expect((await app.inject({ url: '/openapi.json' })).body).not.toContain('internal/demonstration');
  });
});
