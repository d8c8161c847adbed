import { sha256 } from '@parley/event-store';
import { canonicalJson } from '@parley/kernel';
import { amendmentClocks } from '../../../services/intake/src/case/amendments/amendments.rules';
import type { CaseEvent } from '../../../services/intake/src/case/case-events.rules';
import type { CaseHistory } from '../../simulation/history/case-history';
import { clocksOf, RULE_SET_VERSION } from '../../simulation/secretariat/secretariat';
import { ofEachCase } from './rule';

type Amended = Extract<CaseEvent, { type: 'GrievanceAmended' }>;

/**
 * True for a time of an earlier amendment of whose claims none is left: each was replaced, left out or given up since,
 * by what the record says.
 */
function isOver(id: string, steps: CaseHistory['intake']): boolean {
  const left = new Set<string>();
  for (const { event } of steps) {
    if (event.type === 'ClaimsWithdrawn') for (const claim of event.data.claims) left.delete(claim);
    if (event.type !== 'GrievanceAmended') continue;
    const { amendmentId, added, replaced, dropped } = event.data;
    for (const claim of [...replaced, ...dropped]) left.delete(claim);
    if ([`reply:${amendmentId}`, `consultations:${amendmentId}`].includes(id))
      for (const claim of [...added, ...replaced]) left.add(claim);
  }
  return /^(reply|consultations):/.test(id) && left.size === 0;
}

/**
 * A supplement does nothing to the clocks that ran. A replacement touches only those of what it replaces, and makes
 * none earlier.
 */
export const ownClocks = ofEachCase('I-24', ({ intake }) =>
  intake.flatMap(({ event, before, after }, index) => {
    if (event.type !== 'GrievanceAmended' || before.status === 'unfiled' || after.status === 'unfiled') return [];
    const { kind, amendmentId, replaced, dropped }: Amended['data'] = event.data;
    const allNew = before.grievance.claims.every(({ id }) => replaced.includes(id) || dropped.includes(id));
    const number = (state: typeof before) => ('registration' in state ? state.registration.docketNumber : undefined);
    const renumbered = number(before) === number(after) ? [] : [`${amendmentId} changed the docket number`];
    const moved = Object.values(before.running).flatMap(({ id, dueAt }) => {
      const now = after.running[id]?.dueAt;
      if (now === dueAt) return [];
      if (kind === 'supplement') return [`${amendmentId} moved ${id}`];
      const allowed =
        now === undefined ? isOver(id, intake.slice(0, index + 1)) : allNew && id === 'reply' && now >= dueAt;
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

/** Sixty days, and the rest of the last one. */
const SURELY_LATE_MS = 62 * 86_400_000;

/**
 * After day 60 a grievance is replaced by consent alone, and the consent was to replace the grievance that it found.
 */
export const replacedByConsent = ofEachCase('I-24', ({ intake }) =>
  intake.flatMap(({ event, before }) => {
    if (event.type !== 'GrievanceAmended' || event.data.kind !== 'replacement') return [];
    if (!('registration' in before)) return [];
    const { amendmentId, proposalId } = event.data;
    const after = Date.parse(event.occurredAt) - Date.parse(before.registration.registeredAt);
    if (proposalId === null) return after > SURELY_LATE_MS ? [`${amendmentId} came late without consent`] : [];
    const replaced = sha256(canonicalJson(before.grievance));
    const consented = intake.some(
      ({ event: { type, data } }) =>
        type === 'ConsentProposed' &&
        data.proposalId === proposalId &&
        data.matter.kind === 'replacement' &&
        data.matter.replaces === replaced,
    );
    return consented ? [] : [`${amendmentId} replaced what nobody consented to have replaced`];
  }),
);
