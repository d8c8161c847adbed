import { amendmentClocks } from '../../../services/intake/src/case/amendments/amendments.rules';
import type { CaseEvent } from '../../../services/intake/src/case/case-events.rules';
import { clocksOf, RULE_SET_VERSION } from '../../simulation/secretariat/secretariat';
import { ofEachCase } from './rule';

type Amended = Extract<CaseEvent, { type: 'GrievanceAmended' }>;

/**
 * True for a clock that an amendment may end: that of an earlier amendment whose claims it takes away, and that of a
 * reply to claims of which none is left.
 */
const mayEnd = (id: string): boolean => /^(reply|consultations):/.test(id);

/**
 * A supplement does nothing to the clocks that ran. A replacement touches only those of what it replaces, and makes
 * none earlier.
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
