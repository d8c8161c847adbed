import {
  create,
  fromBinary,
  isMessage,
  toBinary,
  type DescMessage,
  type Message,
  type MessageInitShape,
  type MessageShape,
} from '@bufbuild/protobuf';
import type { GenMessage } from '@bufbuild/protobuf/codegenv2';
import { caseOfStream, domainEventOf, type RecordedEvent } from '@parley/event-store';
import type { Tier } from '@parley/kernel';
import { actingIn, producerOf, publicEventOf, type PublicEvent } from '@parley/messaging';
import { countUnknownEvent } from '@parley/metrics';
import { sayLimits } from './limits-message';
import { isUnnamed } from './told-events';
import { hasUnknownFields } from './unknown-fields';

/** The attributes of a public event that differ from the recorded one. */
export interface Telling {
  /** Who may read it; the recorded event's tier when left out. */
  readonly tier?: Tier;
  /** The case; the id of the event's stream when left out. */
  readonly subject?: string;
}

/**
 * Makes the public event that tells of a recorded one, in the words of a message of `proto/`. A message that has
 * `limits` and is given none says those of the event.
 */
export function tell<D extends DescMessage>(
  event: RecordedEvent,
  schema: D,
  message: MessageInitShape<D>,
  telling: Telling = {},
): PublicEvent {
  const said = { ...limitsIn(event, schema), ...message };
  const data = toBinary(schema, create(schema, said));
  return publicEventOf(event, { ...telling, type: schema.typeName, data, isUnnamed: isUnnamed(schema) });
}

/**
 * Tells the other services who acted in a case, and nothing else, where no other message of the event does (I-05).
 * @param told what else is told of the event
 */
export function tellActing(
  event: RecordedEvent,
  schema: GenMessage<Message & { caseId: string }>,
  told: readonly PublicEvent[],
): readonly PublicEvent[] {
  if (told.length > 0 || !actingIn(event).actor) return told;
  const subject = caseOfStream(event.stream);
  return [tell(event, schema, { caseId: subject }, { subject, tier: 'PARTIES' })];
}

const limitsIn = (event: RecordedEvent, schema: DescMessage): object =>
  schema.fields.some(({ localName }) => localName === 'limits')
    ? { limits: sayLimits(domainEventOf(event).data ?? {}) }
    : {};

/**
 * Reads a public event.
 * @returns the message, or `undefined` when the event is of another type; fields that this version does not know are
 *   kept aside and counted. Reading the same bytes again gives the same message, so nobody may change it
 * @throws when the bytes are not the message that the type promises
 */
export function told<D extends DescMessage>(event: PublicEvent, schema: D): MessageShape<D> | undefined {
  if (event.type !== schema.typeName) return undefined;
  const before = read.get(event.data);
  if (before && isMessage(before, schema)) return before;
  const message = fromBinary(schema, event.data);
  if (hasUnknownFields(schema, message)) countUnknownEvent(producerOf(event), 'field');
  read.set(event.data, message);
  return message;
}

/** Messages by the bytes from which they were read, because a fact is folded again and again. */
const read = new WeakMap<Uint8Array, Message>();
