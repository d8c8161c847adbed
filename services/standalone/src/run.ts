import { SettingsError, stopOnSignal } from '@parley/platform';
import { stopTelemetry } from '@parley/platform/telemetry-preload';
import { standaloneSettings } from './settings';
import { startStandalone } from './start-standalone';
import { announcement } from './startup/announce';
import { StartError } from './startup/start-error';

/** Runs the system until it is told to stop. What keeps it from starting is one sentence, and exit 1. */
export async function run(env: Readonly<Record<string, string | undefined>>): Promise<void> {
  const began = performance.now();
  const progress = (step: string): void => {
    say(`${step} …`);
  };
  try {
    const settings = standaloneSettings(env);
    const standalone = await startStandalone(settings, progress);
    process.stdout.write(announcement(standalone, settings, (performance.now() - began) / 1000));
    stopOnSignal(async () => {
      await standalone.stop();
      await stopTelemetry();
    }, say);
  } catch (error) {
    const known = error instanceof StartError || error instanceof SettingsError;
    say(known ? error.message : String(error instanceof Error ? error.stack : error));
    process.exit(1);
  }
}

const say = (sentence: string): void => void process.stderr.write(`parley: ${sentence}\n`);
