import type { CaseId, Instant } from '@parley/kernel';
import { waitToHear, type HeardBefore } from '@parley/messaging';
import type { DataSource } from 'typeorm';

/** After so long a feed stands still, and the process tries again later. */
const PATIENCE_MS = 20_000;

/**
 * Waits until the other contexts were heard past an instant, so that a dossier lacks nothing that was recorded by then.
 */
export const heardBefore =
  ({ manager }: DataSource, hearing: Pick<HeardBefore, 'group' | 'contexts'>) =>
  async (subject: CaseId, instant: Instant): Promise<void> => {
    if (await waitToHear(manager, { ...hearing, subject, instant }, { patienceMs: PATIENCE_MS })) return;
    throw new Error(`${hearing.contexts.join(', ')} not heard past ${instant} for case ${subject}`);
  };
