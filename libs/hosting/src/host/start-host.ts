import { randomBytes } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp, systemClock, type AppOptions, type ReadinessCheck, type ServiceDefinition } from '@parley/http';
import { messageSigner, type MessageSigner } from '@parley/messaging-kafka';
import { createLogger, startMetrics } from '@parley/telemetry';
import { logFailure } from '../process/log-failure';
import { reservePort } from '../process/reserve-port';
import { StartError } from '../process/start-error';
import { Undo } from '../process/undo';
import { publicUrlOf } from '../settings/process-settings';
import type { HostSettings } from '../settings/host-settings';
import { Door, drained } from './door';
import { listen, takeOver } from './listen';
import { openService, type Ground } from './open-service';
import { Waits } from './waits';

/** A process of one service. It listens, whether it serves yet or not. */
export interface Host {
  /** Address under which clients reach it. */
  readonly url: string;
  /** Resolves when it serves; rejects when it never will. */
  readonly serves: Promise<void>;
  /** Resolves with a sentence when it may not go on; then whoever started it drains and ends it. */
  readonly over: Promise<string>;
  /** Refuses new requests, finishes the accepted ones, and closes everything, in the time that the settings give it. */
  drain(): Promise<void>;
}

/**
 * Starts a service in this process. It answers for its health at once, and refuses everything else with 503 until all
 * that it needs is there.
 * @param say tells the person at the terminal why it waits
 * @throws StartError, SettingsError or an error of the file system; then nothing is left running
 */
export async function startHost(
  definition: ServiceDefinition,
  settings: HostSettings,
  say: (sentence: string) => void,
): Promise<Host> {
  const port = await reservePort(settings.host, settings.port);
  const messages = signerOfContext(definition.context, settings);
  const logger = createLogger(settings.logLevel);
  await reservePort(settings.host, settings.metricsPort, 'PARLEY_METRICS_PORT');
  const metrics = await startMetrics({ port: settings.metricsPort, host: settings.host });
  const ended = new AbortController();
  const waits = new Waits(ended.signal, say);
  const door = new Door('it is starting');
  const checks: readonly ReadinessCheck[] = [{ name: definition.context, check: () => Promise.resolve(door.reason) }];
  const app = { logger, admission: door };
  const waiting = await waitingApp({
    ...app,
    cursorSecret: randomBytes(32),
    readiness: [{ name: definition.context, check: () => Promise.resolve(reasonOf(door, waits)) }],
  });
  await listen(waiting, port, settings.host);
  const opened = new Undo();
  const { promise: over, resolve: taken } = Promise.withResolvers<string>();
  let served: NestFastifyApplication = waiting;
  const serve = async (ground: Ground): Promise<void> => {
    const serving = await openService(definition, ground, opened);
    served = serving;
    await takeOver(waiting, serving, port, settings.host);
    if (!ended.signal.aborted) door.open();
  };
  const serves = serve({ settings, messages, waits, checks, app, taken, door, onFailure: logFailure(logger) });
  // Whoever awaits it is told. A failure while nobody does must not end the process.
  serves.catch(() => undefined);
  return {
    url: publicUrlOf(settings.publicUrl, settings.host, port),
    serves,
    over,
    drain: async () => {
      const left = door.close('it is stopping');
      ended.abort();
      await serves.catch(() => undefined);
      await drained(left, settings.drainSeconds);
      await opened.all();
      await served.close();
      await metrics.stop();
    },
  };
}

/** @throws StartError for a key by which nobody would believe what the service tells */
function signerOfContext(
  context: string,
  { messageKey, messagePublicKeys }: Pick<HostSettings, 'messageKey' | 'messagePublicKeys'>,
): MessageSigner {
  const signer = messageSigner(messageKey);
  if (messagePublicKeys.isOf(context, signer.keyId)) return signer;
  throw new StartError(
    `PARLEY_MESSAGE_KEY is none of the keys of ${context} in PARLEY_MESSAGE_PUBLIC_KEYS: no other service would believe ` +
      'what it tells.',
  );
}

const reasonOf = (door: Door, waits: Waits): string | undefined =>
  waits.waitingFor ? `${waits.waitingFor.check}: ${waits.waitingFor.reason}` : door.reason;

/** Answers for health alone, while the service cannot do more. */
async function waitingApp(
  options: Pick<AppOptions, 'logger' | 'admission' | 'cursorSecret' | 'readiness'>,
): Promise<NestFastifyApplication> {
  const nobody = { verify: () => Promise.reject(new Error('it is starting')) };
  return createApp(class Waiting {}, { ...options, clock: systemClock, tokens: nobody });
}
