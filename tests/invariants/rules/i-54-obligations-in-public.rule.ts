import { referral as messages, told } from '@parley/contracts';
import { derivedUuid } from '@parley/event-store';
import type { CaseHistory } from '../../simulation/history/case-history';
import { ofEachCase } from './rule';

/** The public messages of an event. */
const publicOf = (each: CaseHistory, { recorded }: CaseHistory['compliance'][number]) =>
  each.told.filter(
    ({ id, type, subject, tier }) => tier === 'PUBLIC' && id === derivedUuid(recorded.eventId, type, subject),
  );

/**
 * Everybody is told owner and date of each obligation when it is entered, and of a missed date as of its expiry, by
 * itself.
 */
export const obligationsInPublic = ofEachCase('I-54', (each) =>
  each.compliance.flatMap((step) => {
    const { event, before } = step;
    if (event.type === 'AgreementEntered') {
      const shown = publicOf(each, step).flatMap(
        (message) => told(message, messages.AgreementEnteredSchema)?.obligations ?? [],
      );
      return event.data.obligations.flatMap(({ id, owner, date }) =>
        shown.some((one) => one.id === id && one.owner === owner && one.date === date)
          ? []
          : [`obligation ${id} is entered and nobody is told`],
      );
    }
    if (event.type !== 'ObligationOverdue' || before.status !== 'in-force') return [];
    const { obligation, owner } = event.data;
    const due = before.running[`obligation:${obligation}`]?.dueAt;
    const noted = publicOf(each, step).some(
      (message) => told(message, messages.ObligationNotedSchema)?.status === 'overdue' && message.time === due,
    );
    return noted && owner !== '' ? [] : [`obligation ${obligation} is overdue and nobody is told as of ${String(due)}`];
  }),
);
