import { accept, type Decision } from '@parley/kernel';
import type { WatchChannel, WatchDuty, WatchList } from '../watch-lists/watch-list.rules';
import type { HotlineChannelAnswered, HotlineSent } from './hotline-events.rules';
import type { Delivery, Hotline } from './hotline.rules';
import type { NoteChannelAnswer, SendRequest } from './hotline-commands.rules';

/** Every channel of everybody on a list with a duty, each once, though two persons share it. */
export function channelsOf(list: WatchList, duty: WatchDuty): SendRequest['channels'] {
  const all = list
    .filter((officer) => officer.duty === duty)
    .flatMap(({ channels }, index) => channels.map((channel) => ({ ...named(channel), officer: index + 1 })));
  return all.filter(({ id }, index) => all.findIndex((other) => other.id === id) === index);
}

const named = ({ id, kind }: WatchChannel) => ({ id, kind });

/** A request is put on its way to all officials at once, or to the deputies in their turn (I-74). Each once. */
export function sendRequest({ duty, channels, at }: SendRequest, state: Hotline): Decision<HotlineSent> {
  if (state.sentTo.includes(duty)) return accept();
  return accept({
    type: 'HotlineSent',
    occurredAt: at,
    rule: 'I-74',
    tier: 'PARTIES',
    data: { duty, channels, opens: [], closes: [] },
  });
}

/** What a channel answered goes on record, once; what was taken is not sent again. */
export function noteChannelAnswer(
  { channel, duty, accepted, answer, tries, at }: NoteChannelAnswer,
  { deliveries }: Hotline,
): Decision<HotlineChannelAnswered> {
  const waits = deliveries.some((each) => isOf(each, channel, duty) && each.status === 'sent');
  if (!waits) return accept();
  const status = accepted ? 'accepted' : 'failed';
  return accept({
    type: 'HotlineChannelAnswered',
    occurredAt: at,
    rule: 'I-74',
    tier: 'PARTIES',
    data: { channel, duty, status, answer, tries, opens: [], closes: [] },
  });
}

const isOf = (delivery: Delivery, channel: string, duty: WatchDuty): boolean =>
  delivery.channel === channel && delivery.duty === duty;

/** The deliveries of a request after one more was put on its way, or answered. */
export function deliveriesAfter(
  before: readonly Delivery[],
  event: HotlineSent | HotlineChannelAnswered,
): readonly Delivery[] {
  const { occurredAt: at } = event;
  if (event.type === 'HotlineSent') {
    const { duty, channels } = event.data;
    const sent = channels.map(({ id, kind, officer }): Delivery => ({
      ...{ channel: id, kind, duty, officer, sentAt: at },
      status: 'sent',
      answer: null,
      tries: 0,
      answeredAt: null,
    }));
    return [...before, ...sent];
  }
  const { channel, duty, status, answer, tries } = event.data;
  return before.map((each) => (isOf(each, channel, duty) ? { ...each, status, answer, tries, answeredAt: at } : each));
}
