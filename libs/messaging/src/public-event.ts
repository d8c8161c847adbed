import { caseOfStream, contextOf, derivedUuid, streamIdOf, type RecordedEvent } from '@parley/event-store';
import { capacityOf, type Capacity, type Instant, type PersonId, type Tier } from '@parley/kernel';

/**
 * What one context tells the others: the attributes of CloudEvents 1.0, and the bytes of a message defined in `proto/`.
 * `specversion` is left to the transport, which alone decides how an event is written on the wire.
 */
export interface PublicEvent {
  /** The same for the same happening, however often it is published or delivered. */
  readonly id: string;
  /** `/parley/<context>`: who tells. */
  readonly source: string;
  /** `parley.<context>.v1.<Name>`; a change of meaning is a new type. */
  readonly type: string;
  /** The case. Order holds per case and producing context. */
  readonly subject: string;
  /**
   * What the record calls the event that it tells: `intake.ReplyFiled`. A history and its export have the same name.
   * Left out by a message that gives away only that something happened.
   */
  readonly event?: string;
  /** Its instant in law. */
  readonly time: Instant;
  readonly recordedat: Instant;
  /** Its place in the stream in which it was recorded. It tells apart events recorded at the same instant. */
  readonly sequence: number;
  readonly tier: Tier;
  /**
   * Who did what it tells, where that was a person in a capacity of a case (I-05). Services keep it to themselves:
   * nothing that anybody reads is made of it. Of a deliberation it is never told.
   */
  readonly actor?: Acting;
  readonly datacontenttype: 'application/protobuf';
  readonly data: Uint8Array;
  /** W3C trace context of what caused it, for a link from the consumer's trace. */
  readonly traceparent?: string;
}

/** A person, and the capacity in which that person acted. */
export interface Acting extends Capacity {
  readonly personId: PersonId;
}

/** What a recorded event does not say about the public one made from it. */
export interface PublicPart {
  /** Full name of the protobuf message: `parley.intake.v1.CaseRegistered`. */
  readonly type: string;
  /** The message's bytes. */
  readonly data: Uint8Array;
  /** The case; the id of the event's stream when left out. */
  readonly subject?: string;
  /** Who may read it; the recorded event's tier when left out. */
  readonly tier?: Tier;
  /** True for a message that must not say which event it tells. */
  readonly isUnnamed?: boolean;
}

/** Makes the public event that tells of a recorded one. Its id is a function of the recorded event, type and case. */
export function publicEventOf(event: RecordedEvent, part: PublicPart): PublicEvent {
  const subject = part.subject ?? streamIdOf(event.stream);
  return {
    id: derivedUuid(event.eventId, part.type, subject),
    source: `/parley/${contextOf(event.stream)}`,
    type: part.type,
    subject,
    ...(part.isUnnamed ? {} : { event: eventNameOf(event) }),
    time: event.occurredAt,
    recordedat: event.recordedAt,
    sequence: event.revision,
    tier: part.tier ?? event.tier,
    // Who answers a call about a case, in a stream of its own, is nothing in that case.
    ...(caseOfStream(event.stream) === subject ? actingIn(event) : {}),
    datacontenttype: 'application/protobuf',
    data: part.data,
    ...(event.traceparent === undefined ? {} : { traceparent: event.traceparent }),
  };
}

/** The one name of a recorded event: `intake.ReplyFiled`. */
export const eventNameOf = ({ stream, type }: Pick<RecordedEvent, 'stream' | 'type'>): string =>
  `${contextOf(stream)}.${type}`;

/** Who acted in what was recorded, as far as others are told. */
export function actingIn({ actor, tier }: Pick<RecordedEvent, 'actor' | 'tier'>): Pick<PublicEvent, 'actor'> {
  const capacity = capacityOf(actor);
  if (!capacity || actor.kind !== 'person' || tier === 'DELIBERATION') return {};
  return { actor: { personId: actor.personId, ...capacity } };
}

/** The context that tells: `intake` of `/parley/intake`. */
export const producerOf = (event: Pick<PublicEvent, 'source'>): string => event.source.slice('/parley/'.length);

/** The key within which order holds, and which a parked message holds back: one case as told by one context. */
export const orderKeyOf = (event: Pick<PublicEvent, 'source' | 'subject'>): string =>
  `${producerOf(event)}/${event.subject}`;
