import { plusMillis } from '@parley/kernel';
import type { ActKind } from './act-kind';

const MINUTE = 60_000;

/** The system was away. */
export const outageActs: readonly ActKind[] = [
  {
    name: 'NoteOutage',
    answers: [],
    offer(view, random) {
      if (!random.percent(40)) return undefined;
      const from = plusMillis(view.now, -random.between(1, 300) * MINUTE);
      const command = {
        type: 'NoteOutage',
        outageId: view.serial,
        from,
        to: view.now,
        declaredBy: random.pick(['heartbeat', 'coheads'] as const),
        elsewhere: false,
        at: view.now,
      } as const;
      return { desk: 'intake', caseId: view.caseId, command };
    },
  },
];
