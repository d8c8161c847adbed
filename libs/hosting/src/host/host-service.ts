import { readFileSync } from 'node:fs';
import path from 'node:path';
import { stopOnSignal, type Environment, type ServiceDefinition } from '@parley/http';
import { stopTelemetry } from '@parley/telemetry/preload';
import { announcement } from '../process/announcement';
import { readCommandLine } from '../process/read-command-line';
import { exitCodeOf, sentenceOf } from '../process/log-failure';
import { HOST_SETTINGS, hostSettings } from '../settings/host-settings';
import { startHost } from './start-host';

/**
 * Runs one service until the process is told to stop. A service's `main.ts` calls it, after the preload of telemetry.
 * When it cannot start at all, it says so in one sentence and exits, with the code that `exitCodeOf` tells. It waits
 * for whatever may still come, which shows in /readyz.
 * @param argv the words after the name of the program
 */
export async function hostService(
  definition: ServiceDefinition,
  argv: readonly string[],
  env: Environment,
): Promise<void> {
  const name = definition.context;
  const say = (sentence: string): void => void process.stderr.write(`parley ${name}: ${sentence}\n`);
  const giveUp = (error: unknown): void => {
    say(sentenceOf(error, 'PARLEY_KEYS_DIR and PARLEY_BLOBS_URL'));
    process.exit(exitCodeOf(error));
  };
  try {
    readCommandLine(argv, {
      call: 'node dist/main.js',
      description: `Parley’s ${name}, as a process of its own.`,
      version: version(),
      settings: HOST_SETTINGS,
    });
    const settings = hostSettings(env);
    const host = await startHost(definition, settings, say);
    let stopping = false;
    const stop = async (): Promise<void> => {
      stopping = true;
      await host.drain();
      await stopTelemetry();
    };
    stopOnSignal(stop, say, settings.drainSeconds * 1_000);
    void host.over.then(async (sentence) => {
      say(`${sentence}. It ends, and waits for the database when it is started again.`);
      await stop().catch((error: unknown) => say(sentenceOf(error, 'PARLEY_DATABASE_URL')));
      process.exit(1);
    });
    say(`answers for its health on ${host.url}`);
    host.serves.then(
      () => process.stdout.write(announced(name, host.url)),
      (error: unknown) => {
        if (!stopping) giveUp(error);
      },
    );
  } catch (error) {
    giveUp(error);
  }
}

const announced = (name: string, url: string): string =>
  announcement({
    who: `Parley ${name}`,
    url,
    seconds: performance.now() / 1000,
    facts: [
      ['API', `${url}/docs  (${url}/openapi.json)`],
      ['health', `${url}/readyz`],
    ],
    end: 'SIGTERM stops it when what it accepted is done.',
  });

const version = (): string =>
  (JSON.parse(readFileSync(path.join(__dirname, '../../package.json'), 'utf8')) as { readonly version: string })
    .version;
