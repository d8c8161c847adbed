import { contextOf, domainEventOf, streamIdOf, type RecordedEvent } from '@parley/event-store';
import type { History } from './case-history';

/** Events that services record about others' events. Nobody did them. */
const NOTED = /^(DocketEntryRecorded|NoticesServed)$/;

const byWhom = ({ actor }: RecordedEvent): string =>
  actor.kind === 'person' ? `${actor.personId} (${actor.role} of ${String(actor.party)})` : actor.process;

function words(recorded: RecordedEvent): string {
  const { occurredAt, recordedAt, stream, type } = recorded;
  const { data } = domainEventOf(recorded);
  const { by: _, opens: __, closes: ___, ...rest } = (data ?? {}) as Readonly<Record<string, unknown>>;
  const details = Object.entries(rest).flatMap(([name, value]) =>
    typeof value === 'string' || typeof value === 'number' ? [`${name} ${String(value).slice(0, 40)}`] : [],
  );
  const asOf = occurredAt === recordedAt ? '' : `, as of ${occurredAt}`;
  return `${recordedAt} ${contextOf(stream)} ${streamIdOf(stream).slice(0, 8)}: ${type} by ${byWhom(recorded)}${asOf}${details.length > 0 ? ` [${details.slice(0, 4).join(', ')}]` : ''}`;
}

/** A history as a readable story: what was recorded and what was refused, line by line. */
export function tellStory({ log, attempts }: History): string {
  const recorded = log
    .filter(({ type }) => !NOTED.test(type))
    .map((event) => ({ at: event.recordedAt, line: words(event) }));
  const refused = attempts.flatMap(({ at, offer, answer }) =>
    answer.kind === 'done'
      ? []
      : [
          {
            at,
            line:
              `${at} ${offer.desk} ${offer.caseId?.slice(0, 8) ?? ''}: ${offer.command.type} refused, ` +
              (answer.kind === 'refused' ? answer.reason.code : answer.kind),
          },
        ],
  );
  return [...recorded, ...refused]
    .toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))
    .map(({ line }) => line)
    .join('\n');
}
