import '../preload';
import { Controller, Get, Module, Param } from '@nestjs/common';
import { Client } from 'pg';
import { createApp } from '../../app/create-app';
import { systemClock } from '../../app/system-clock';
import { createMemoryIssuer } from '../../auth/memory-issuer';
import { Public } from '../../auth/public.decorator';
import { createLogger } from '../../logging/create-logger';
import { memorySigner } from '../../signing/memory-signer';
import { currentTraceparent } from '../current-trace';
import { stopTelemetry } from '../preload';
import { withSpan } from '../with-span';

/** The port of nobody: a connection to it fails at once, and its span is there all the same. */
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
    await withSpan('project', { links: [cause], kind: 'consumer' }, () => Promise.resolve());
    await withSpan('fail', {}, () => Promise.reject(new RangeError('words of a filing'))).catch(() => undefined);
    return { id };
  }
}

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
  await fetch(`${await app.getUrl()}/v1/things/a-secret-id?q=words`);
  await fetch(`${await app.getUrl()}/healthz`);
  const problem = await fetch(`${await app.getUrl()}/nowhere`);
  process.stdout.write(`${await problem.text()}\n`);
  await app.close();
  await stopTelemetry();
}

void main();
