import { stopOnSignal } from '@parley/platform';
import { stopTelemetry } from '@parley/platform/telemetry-preload';
import { readCommandLine } from './command-line/read-command-line';
import { standaloneSettings } from './settings';
import { startStandalone } from './start-standalone';
import { announcement } from './startup/announce';
import { sentenceOf } from './startup/sentence-of';

/** Runs the system until it is told to stop. What keeps it from starting, or from going on, is one sentence, and exit 1. */
export async function run(words: readonly string[], env: Readonly<Record<string, string | undefined>>): Promise<void> {
  try {
    readCommandLine(words);
    const settings = standaloneSettings(env);
    const standalone = await startStandalone(settings, { progress: (step) => say(`${step} …`), lost: giveUp });
    // Since the process began, so that loading itself counts.
    process.stdout.write(announcement(standalone, settings, performance.now() / 1000));
    stopOnSignal(async () => {
      await standalone.stop();
      await stopTelemetry();
    }, say);
  } catch (error) {
    giveUp(sentenceOf(error));
  }
}

const say = (sentence: string): void => void process.stderr.write(`parley: ${sentence}\n`);

function giveUp(sentence: string): void {
  say(sentence);
  process.exit(1);
}
