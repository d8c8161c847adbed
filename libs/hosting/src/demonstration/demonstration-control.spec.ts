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
  let happened: string[];

  beforeEach(async () => {
    [gateway, clock] = [new DemonstrationClock(), new DemonstrationClock()];
    store = new InMemoryEventStore({ clock: gateway });
    await gateway.begin(store, START);
    await clock.catchUp(store);
    happened = [];
    const note = (what: string) => async () =>
      void happened.push(`${what} on day ${Math.floor((Date.parse(clock.now()) - Date.parse(START)) / DAY)}`);
    const timers = {
      idle: note('timers idle'),
      nextDue: (after: Instant) => Promise.resolve(after < day(9) ? day(9) : undefined),
      fireDue: () => Promise.resolve(2),
    };
    const running = { idle: note('idle'), timers: [timers] } as unknown as RunningService;
    @Module({
      imports: [
        DemonstrationControlModule.with(
          demonstrationControl({ clock, store, publication: { idle: note('told') }, running }),
        ),
      ],
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

  it('makes it follow the clock, and waits until what was recorded is told, then until all is dealt with', async () => {
    await gateway.moveTo(store, day(5), moving);
    expect((await post('published', day(5))).statusCode).toBe(204);
    expect((await post('settled', day(5))).statusCode).toBe(204);
    expect(happened).toEqual(['told on day 5', 'idle on day 5', 'timers idle on day 5']);
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
    expect((await post('published', 'yesterday')).statusCode).toBe(422);
    expect((await app.inject({ url: '/openapi.json' })).body).not.toContain('internal/demonstration');
  });
});
