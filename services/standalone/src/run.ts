import { readCommandLine, sentenceOf } from '@parley/hosting/installation';
import { stopOnSignal } from '@parley/http';
import { stopTelemetry } from '@parley/telemetry/preload';
import { program } from './program';
import { standaloneSettings } from './settings';
import { startStandalone } from './start-standalone';
import { announce } from './startup/announce';

/**
 * Runs the system until it is told to stop. When it cannot start or go on, it says why in one sentence and exits with
 * 1.
 */
export async function run(words: readonly string[], env: Readonly<Record<string, string | undefined>>): Promise<void> {
  try {
    readCommandLine(words, program());
    const settings = standaloneSettings(env);
    const standalone = await startStandalone(settings, { progress: (step) => say(`${step} …`), lost: giveUp });
    process.stdout.write(announce(standalone, settings, performance.now() / 1000));
    stopOnSignal(async () => {
      await standalone.stop();
      await stopTelemetry();
    }, say);
  } catch (error) {
    giveUp(sentenceOf(error, 'PARLEY_DATA_DIR'));
  }
}

const say = (sentence: string): void => void process.stderr.write(`parley: ${sentence}\n`);

function giveUp(sentence: string): void {
  say(sentence);
  process.exit(1);
}
