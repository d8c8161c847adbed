import { rmSync } from 'node:fs';

/** Stops what the set-up started, and leaves a server that was there before alone. */
export default async function stopTestPostgres(): Promise<void> {
  const started = globalThis.parleyTestPostgres;
  if (started === undefined) return;
  await started.server.stop();
  rmSync(started.folder, { recursive: true, force: true });
}
