import { readCommandLine, sentenceOf } from '@parley/hosting/installation';
import { stopOnSignal } from '@parley/http';
import { announce, startTrial } from './start-trial';
import { program } from './program';
import { trialSettings } from './settings';
import { LineView, LiveView, type View } from './view/live-view';

/** Milliseconds that ending all of them, one after the other, may take. */
const MOST_MS = 60_000;

/**
 * Runs the distributed form until it is told to stop. When it cannot start, it says why in one sentence and exits with
 * 1.
 */
export async function run(words: readonly string[], env: Readonly<Record<string, string | undefined>>): Promise<void> {
  try {
    readCommandLine(words, program());
    const settings = trialSettings(env);
    const view = viewOf(process.stdout, process.stderr);
    const trial = await startTrial(settings, view, process.stdout.isTTY);
    view.write(announce(trial, settings, performance.now() / 1_000));
    stopOnSignal(
      () => trial.stop(),
      (sentence) => view.say(sentence.replace(/\.$/, '')),
      MOST_MS,
    );
  } catch (error) {
    process.stderr.write(`parley: ${sentenceOf(error, 'PARLEY_DATA_DIR')}\n`);
    process.exit(1);
  }
}

const viewOf = (output: NodeJS.WriteStream, errors: NodeJS.WriteStream): View =>
  output.isTTY ? new LiveView(output, () => output.columns) : new LineView(output, errors);
