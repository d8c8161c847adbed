import '@parley/telemetry/preload';
import { Controller, Get, Module, Param } from '@nestjs/common';
import { commandIdOf, eventIdOf, InMemoryEventStore, type NewEvent, sha256, streamName } from '@parley/event-store';
import type { CommandId } from '@parley/kernel';
import { type PublicEvent, publicEventOf } from '@parley/messaging';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { createMemoryIssuer, Public, memorySigner } from '@parley/auth';
import {
  createLogger,
  currentTraceparent,
  tracedEventStore,
  tracedProjection,
  tracedReaction,
  withSpan,
} from '@parley/telemetry';
import { createApp } from '../app/create-app';
import { systemClock } from '../app/system-clock';
import { stopTelemetry } from '@parley/telemetry/preload';

/** Nobody listens on this port. A connection to it fails at once and still makes a span. */
const NO_DATABASE = { host: '127.0.0.1', port: 1 };

@Controller('v1/things')
class ThingsController {
  @Get(':id')
  @Public()
  async thing(@Param('id') id: string): Promise<{ readonly id: string }> {
    const cause = await withSpan('decide', {}, async () => {
      await new Client(NO_DATABASE).connect().catch(() => undefined);
      return currentTraceparent();
    });
    await withSpan('answer', { links: [cause], kind: 'consumer' }, () => Promise.resolve());
    await this.record();
    await withSpan('fail', {}, () => Promise.reject(new RangeError('words of a filing'))).catch(() => undefined);
    return { id };
  }

  /** An event on its way: written, projected, and heard of by another context. */
  private async record(): Promise<void> {
    const store = tracedEventStore(new InMemoryEventStore({ clock: systemClock }));
    const commandId = commandIdOf('traced');
    await store.append(streamName('intake.case', '1'), 'no-stream', [thingFiled(commandId)], { commandId });
    const recorded = await store.read(streamName('intake.case', '1'));
    const projection = tracedProjection({
      name: 'docket',
      categories: ['intake'],
      tables: [],
      apply: () => Promise.resolve(),
    });
    await projection.apply(new DataSource({ type: 'postgres' }).manager, recorded, (table) => table);
    await this.tell(
      recorded.map((event) => publicEventOf(event, { type: 'parley.intake.v1.Filed', data: event.payload })),
    );
  }

  private async tell(events: readonly PublicEvent[]): Promise<void> {
    const { answer } = tracedReaction('audit', { name: 'docket', answer: () => Promise.resolve() });
    for (const event of events) await answer(event, commandIdOf('audit', event.id));
  }
}

const thingFiled = (commandId: CommandId): NewEvent => ({
  eventId: eventIdOf(commandId, 0),
  type: 'ThingFiled',
  schemaVersion: 1,
  occurredAt: systemClock.now(),
  actor: { kind: 'system', process: 'traced' },
  delegation: null,
  cause: { kind: 'command', id: commandId, bodyDigest: sha256('') },
  rule: 'S1',
  ruleSetVersion: '2026.1',
  tier: 'PUBLIC',
  contentType: 'application/json',
  facts: [],
  sealing: null,
  payload: Buffer.from('{}'),
});

@Module({ controllers: [ThingsController] })
class TracedModule {}

async function main(): Promise<void> {
  const { verifier } = await createMemoryIssuer();
  const app = await createApp(TracedModule, {
    clock: systemClock,
    tokens: verifier,
    signer: memorySigner(),
    cursorSecret: Buffer.alloc(32),
    logger: createLogger('info'),
  });
  await app.listen(0, '127.0.0.1');
  await fetch(`${await app.getUrl()}/v1/things/a-secret-id?q=a-token-in-an-address`);
  await fetch(`${await app.getUrl()}/v1/verify/a-code-on-a-sheet`);
  await fetch(`${await app.getUrl()}/healthz`);
  const problem = await fetch(`${await app.getUrl()}/nowhere`);
  process.stdout.write(`${await problem.text()}\n`);
  await app.close();
  await stopTelemetry();
}

void main();
