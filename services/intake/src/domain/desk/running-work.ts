import { awaitedBy } from '../agenda/awaited-by';
import { recipientsOf, type ServiceState } from '../service/service-state';
import type { RunningWork, WorkKey } from './desk-work';

/**
 * The deadline of a step as the register of service tells of it: started and not ended since; `null` when none runs.
 */
export function runningWork({ notices }: ServiceState, { context, deadlineId }: WorkKey): RunningWork | null {
  let work: RunningWork | null = null;
  for (const found of Object.values(notices)) {
    const { of, starts, ends, awaits } = found.notice;
    if (of.context !== context) continue;
    if (ends.includes(deadlineId)) work = null;
    const started = starts.find(({ id }) => id === deadlineId);
    if (started) work = { awaited: awaitedBy(started, recipientsOf(found), awaits), dueAt: started.dueAt };
  }
  return work;
}
