import { setTimeout as delay } from 'node:timers/promises';
import type { CaseId, Instant } from '@parley/kernel';
import { hasHeard, type HeardBefore } from '@parley/messaging';
import type { DataSource } from 'typeorm';

const LOOK_MS = 50;
/** Feeds report about every second; after so long one of them stands still, and the process tries again later. */
const PATIENCE_MS = 20_000;

/** Waits until the other contexts were heard past an instant, so that a dossier lacks nothing that was recorded by then. */
export const heardBefore =
  ({ manager }: DataSource, hearing: Pick<HeardBefore, 'group' | 'contexts'>) =>
  async (subject: CaseId, instant: Instant): Promise<void> => {
    for (let waited = 0; waited < PATIENCE_MS; waited += LOOK_MS) {
      if (await hasHeard(manager, { ...hearing, subject, instant })) return;
      await delay(LOOK_MS);
    }
    throw new Error(`${hearing.contexts.join(', ')} not heard past ${instant} for case ${subject}`);
  };
