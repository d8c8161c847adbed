import { commandIdOf, derivedUuid, domainEventOf, streamIdOf, type RecordedEvent } from '@parley/event-store';
import type { Alert, ChannelAnswer, Clock, CommandId } from '@parley/kernel';
import type { HotlineRequests, WatchLists } from '../../repositories';
import type { Courier } from '../watch-lists/courier';
import type { WatchDuty } from '../watch-lists/watch-list.rules';
import type { HotlineEvent } from './hotline-events.rules';
import { channelsOf } from './hotline-sending.rules';
import type { Delivery, Hotline } from './hotline.rules';

/** Between the tries of a channel that may take the alert a little later; it has one try more than these. */
const PAUSES_MS = [1_000, 5_000] as const;

interface Sending {
  readonly hotlines: HotlineRequests;
  readonly watchLists: WatchLists;
  readonly courier: Courier;
  readonly clock: Clock;
}

/** Whom an event calls. The co-heads have the request in their agendas. */
function calledBy(event: HotlineEvent): WatchDuty | undefined {
  if (event.type === 'HotlineRequested') return 'official';
  return event.type === 'HotlineUnanswered' && event.data.next === 'deputies' ? 'deputy' : undefined;
}

export const callsForSending = (recorded: RecordedEvent): boolean =>
  calledBy(domainEventOf(recorded) as HotlineEvent) !== undefined;

/**
 * Sends a request by every channel of everybody who has the turn, all at once, and records what each answered (I-74).
 * What is to be sent is on record before anything is; after a crash it goes on with the channels that have not answered
 * yet. One that took the alert in the very moment of the crash gets it once more, under the same id.
 */
export const sendingProcess =
  ({ hotlines, watchLists, courier, clock }: Sending) =>
  async (recorded: RecordedEvent, commandId: CommandId): Promise<void> => {
    const event = domainEventOf(recorded) as HotlineEvent;
    const duty = calledBy(event);
    if (duty === undefined || !('asked' in event.data)) return;
    const hotlineId = streamIdOf(recorded.stream);
    const about = { process: 'hotline-sending', cause: { kind: 'event', id: recorded.eventId } } as const;
    const { state: list } = await watchLists.read(event.data.asked, recorded.recordedAt);
    const send = { type: 'SendRequest', duty, channels: channelsOf(list, duty), at: event.occurredAt } as const;
    await hotlines.proceed(hotlineId, send, { ...about, commandId });
    const { state } = await hotlines.read(hotlineId);
    if (state.status === 'silent') return;
    // One answer is recorded after the other: the stream is one.
    let recording = Promise.resolve();
    const deliver = async (delivery: Delivery): Promise<void> => {
      const { channel, kind } = delivery;
      const { tries, ...answer } = await tried(
        () => courier.send({ id: channel, kind }, alertOf(state, delivery)),
        courier,
      );
      const note = { type: 'NoteChannelAnswer', channel, duty, ...answer, tries, at: clock.now() } as const;
      const noted = commandIdOf('channel-answer', commandId, channel);
      recording = recording.then(async () => {
        await hotlines.proceed(hotlineId, note, { ...about, commandId: noted });
      });
      await recording;
    };
    await Promise.all(
      state.deliveries.filter((each) => each.duty === duty && each.status === 'sent').map((each) => deliver(each)),
    );
  };

async function tried(
  send: () => Promise<ChannelAnswer>,
  courier: Courier,
): Promise<ChannelAnswer & { readonly tries: number }> {
  let answer = await send();
  let tries = 1;
  for (const ms of PAUSES_MS) {
    if (answer.accepted || !answer.again) break;
    await courier.pause(ms);
    answer = await send();
    tries += 1;
  }
  return { ...answer, tries };
}

const WAITS = {
  crisis: { en: 'A crisis request on the hotline waits for you.', 'zh-Hans': '热线上有一项危机请求等待您处理。' },
  routine: { en: 'A request on the hotline waits for you.', 'zh-Hans': '热线上有一项请求等待您处理。' },
} as const;

const alertOf = ({ hotlineId, grade, requestedAt }: Hotline, { channel, duty }: Delivery): Alert => ({
  id: derivedUuid('hotline-alert', hotlineId, duty, channel),
  heading: WAITS[grade],
  link: `/v1/hotline/${hotlineId}`,
  at: requestedAt,
});
