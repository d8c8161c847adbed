import { announcement, exitCodeOf, readCommandLine, sentenceOf } from '@parley/hosting/installation';
import { stopOnSignal } from '@parley/http';
import { stopTelemetry } from '@parley/telemetry/preload';
import { program } from './program';
import { gatewaySettings } from './settings';
import { startGateway } from './start-gateway';

/**
 * Runs the gateway until it is told to stop. When it cannot start, it says why in one sentence and exits, with the code
 * that `exitCodeOf` tells.
 */
export async function run(words: readonly string[], env: Readonly<Record<string, string | undefined>>): Promise<void> {
  try {
    readCommandLine(words, program());
    const settings = gatewaySettings(env);
    const { url, identity, stop } = await startGateway(settings, say);
    const facts = [
      ['docket', `${url}/docket`],
      ['API', `${url}/docs  (${url}/openapi.json)`],
      ['token', identity.tokenCommand?.('cn-desk') ?? identity.howToGetToken],
    ] as const;
    process.stdout.write(
      announcement({
        who: 'Parley gateway',
        url,
        seconds: performance.now() / 1000,
        facts,
        end: 'Ctrl-C stops it when what is under way has ended.',
      }),
    );
    stopOnSignal(
      async () => {
        await stop();
        await stopTelemetry();
      },
      say,
      settings.drainSeconds * 1_000,
    );
  } catch (error) {
    say(sentenceOf(error, 'PARLEY_KEYS_DIR'));
    process.exit(exitCodeOf(error));
  }
}

const say = (sentence: string): void => void process.stderr.write(`parley gateway: ${sentence}\n`);
