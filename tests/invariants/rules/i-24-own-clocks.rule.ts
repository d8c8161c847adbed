import type { CaseEvent } from '../../../services/intake/src/domain/case-events';
import { ofEachCase } from './rule';

type Amended = Extract<CaseEvent, { type: 'GrievanceAmended' }>;

/** A clock that an amendment may touch: those of earlier amendments whose claims it takes away, and a reply of which nothing is left. */
const mayEnd = (id: string): boolean => /^(reply|consultations):/.test(id);

/** What an amendment does to the clocks that ran: a supplement nothing; a replacement only to what it replaces, and never earlier. */
export const ownClocks = ofEachCase('I-24', ({ intake }) =>
  intake.flatMap(({ event, before, after }) => {
    if (event.type !== 'GrievanceAmended' || before.status === 'unfiled' || after.status === 'unfiled') return [];
    const { kind, amendmentId }: Amended['data'] = event.data;
    const number = (state: typeof before) => ('registration' in state ? state.registration.docketNumber : undefined);
    const renumbered = number(before) === number(after) ? [] : [`${amendmentId} changed the docket number`];
    const moved = Object.values(before.running).flatMap(({ id, dueAt }) => {
      const now = after.running[id]?.dueAt;
      if (now === dueAt) return [];
      if (kind === 'supplement') return [`${amendmentId} moved ${id}`];
      const allowed = now === undefined ? mayEnd(id) : id === 'reply' && now >= dueAt;
      return allowed ? [] : [`${amendmentId} moved ${id} from ${dueAt} to ${String(now)}`];
    });
    return [...renumbered, ...moved];
  }),
);
