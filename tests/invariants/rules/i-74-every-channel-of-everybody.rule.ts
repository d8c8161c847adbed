import type { RecordedEvent } from '@parley/event-store';
import type { History } from '../../simulation/history/case-history';
import type { Rule } from './rule';

/** The record as bytes: this rule reads no code of the hotline. */
interface Told {
  readonly asking?: string;
  readonly asked?: string;
  readonly next?: string;
  readonly duty?: string;
  readonly channel?: string;
  readonly answer?: string;
  readonly channels?: readonly { readonly id: string }[];
  readonly officers?: readonly { readonly duty: string; readonly channels: readonly { readonly id: string }[] }[];
}

const read = ({ payload }: RecordedEvent): Told => JSON.parse(Buffer.from(payload).toString('utf8')) as Told;
const DAY_MS = 24 * 3_600_000;
const MOST = 20;

/** The channels with a turn on the list of a side, as the list stood at an instant. */
function listed(log: readonly RecordedEvent[], side: string, turn: string, at: string): readonly string[] {
  const lists = log.filter(({ stream, recordedAt }) => stream === `intake.watchlist-${side}` && recordedAt <= at);
  const last = lists.at(-1);
  const officers = (last ? read(last).officers : undefined) ?? [];
  const ids = officers.flatMap(({ duty, channels }) => (duty === turn ? channels.map(({ id }) => id) : []));
  return [...new Set(ids)].toSorted();
}

/** What a request calls for: the officials when it is made, the deputies when it comes to them. */
const turnsOf = (events: readonly RecordedEvent[]) =>
  events.flatMap((event) => {
    if (event.type === 'HotlineRequested') return [{ event, turn: 'official' }];
    return event.type === 'HotlineUnanswered' && read(event).next === 'deputies' ? [{ event, turn: 'deputy' }] : [];
  });

function faultsOf(stream: string, log: readonly RecordedEvent[]): readonly string[] {
  const events = log.filter((event) => event.stream === stream);
  return turnsOf(events).flatMap(({ event, turn }) => {
    const due = listed(log, read(event).asked ?? '', turn, event.recordedAt);
    const sent = events.filter((each) => each.type === 'HotlineSent' && read(each).duty === turn);
    const to = sent.flatMap((each) => (read(each).channels ?? []).map(({ id }) => id)).toSorted();
    const answered = events
      .filter((each) => each.type === 'HotlineChannelAnswered' && read(each).duty === turn && read(each).answer !== '')
      .map((each) => read(each).channel ?? '')
      .toSorted();
    const late = sent.filter(({ occurredAt }) => occurredAt !== event.occurredAt);
    return [
      ...late.map(
        ({ occurredAt }) => `${stream} went to each ${turn} at ${occurredAt}, and was due at ${event.occurredAt}`,
      ),
      ...(sent.length === 1 ? [] : [`${stream} was sent ${String(sent.length)} times to each ${turn}`]),
      ...(to.join() === due.join()
        ? []
        : [`${stream} went to ${to.join()}, and each ${turn} is reached by ${due.join()}`]),
      ...(answered.join() === due.join()
        ? []
        : [`${stream}: of ${due.join()} the record has answers of ${answered.join()}`]),
    ];
  });
}

/** How many requests a side had made in the day before an instant. */
const madeBefore = (log: readonly RecordedEvent[], side: string, at: string): number =>
  log.filter(
    (event) =>
      event.type === 'HotlineRequested' &&
      read(event).asking === side &&
      event.occurredAt < at &&
      Date.parse(at) - Date.parse(event.occurredAt) < DAY_MS,
  ).length;

/** Only twenty in a day bar the next request, whatever became of those before. */
const barred = ({ attempts, log }: History): readonly string[] =>
  attempts.flatMap(({ at, offer, answer }) => {
    if (offer.desk !== 'hotline' || offer.command.type !== 'RequestHotline' || answer.kind !== 'refused') return [];
    if (answer.reason.code !== 'too-many-hotline-requests') return [];
    const made = madeBefore(log, String(offer.command.party), at);
    return made >= MOST ? [] : [`a request was refused behind ${String(made)} of the day`];
  });

const tooMany = (log: readonly RecordedEvent[]): readonly string[] =>
  log
    .filter(({ type }) => type === 'HotlineRequested')
    .flatMap((event) =>
      madeBefore(log, read(event).asking ?? '', event.occurredAt) < MOST
        ? []
        : [`${event.stream} is beyond the twentieth of its day`],
    );

/** Each request goes out by every channel of those whose turn it is, and each channel's answer is on record. */
export const everyChannelOfEverybody: Rule = {
  invariant: 'I-74',
  check(history) {
    const { log } = history;
    const streams = new Set(log.flatMap(({ type, stream }) => (type === 'HotlineRequested' ? [stream] : [])));
    return [...[...streams].flatMap((stream) => faultsOf(stream, log)), ...barred(history), ...tooMany(log)];
  },
};
