import { ofEachCase } from './rule';

/** What an outage does to a case: deadlines that ended in it end after it, all others stay, and what came meanwhile has its true time. */
export const outagesShortenNothing = ofEachCase('I-61', ({ intake }) =>
  intake.flatMap(({ event, before, after }) => {
    if (before.status === 'unfiled' || after.status === 'unfiled') return [];
    if (event.type === 'FallbackEntryMade') return event.data.cameAt <= event.data.enteredAt && event.data.channel !== '' ? [] : ['an entry of what came by another channel does not say when or how'];
    if (event.type !== 'OutageNoted') return [];
    const { from, to } = event.data;
    return Object.values(before.running).flatMap(({ id, dueAt }) => {
      const now = after.running[id]?.dueAt;
      const ended = dueAt >= from && dueAt <= to;
      const fits = ended ? now !== undefined && now >= to : now === dueAt;
      return fits ? [] : [`the outage from ${from} to ${to} moved ${id} from ${dueAt} to ${String(now)}`];
    });
  }),
);
