import { amendmentClocks } from '../../../services/intake/src/case/amendments/amendments.rules';
import type { CaseEvent } from '../../../services/intake/src/case/case-events.rules';
import { clocksOf, RULE_SET_VERSION } from '../../simulation/secretariat/secretariat';
import { ofEachCase } from './rule';

type Amended = Extract<CaseEvent, { type: 'GrievanceAmended' }>;

/**
 * A clock that an amendment may touch: those of earlier amendments whose claims it takes away, and a reply of which
 * nothing is left.
 */
const mayEnd = (id: string): boolean => /^(reply|consultations):/.test(id);

/**
 * What an amendment does to the clocks that ran: a supplement nothing; a replacement only to what it replaces, and
 * never earlier.
 */
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

/**
 * Whenever a registered case would be supplemented by one claim, that claim has a time of its own, and every other time
 * is left as it is.
 */
export const supplementsHaveTheirOwn = ofEachCase('I-24', ({ intake }) =>
  intake.flatMap(({ event: { type, occurredAt }, after }) => {
    if (after.status !== 'registered') return [];
    const { opens, closes } = amendmentClocks(
      { amendmentId: 'S99', kind: 'supplement' },
      { added: ['C99'], replaced: [], dropped: [] },
      occurredAt,
      after,
      clocksOf(RULE_SET_VERSION),
    );
    const touched = [...opens.map(({ id }) => id).filter((id) => id in after.running || id === 'reply'), ...closes];
    return [
      ...touched.map((id) => `a supplement after ${type} would move ${id}`),
      ...(opens.length === 1 ? [] : [`a supplement after ${type} would have ${String(opens.length)} times`]),
    ];
  }),
);
