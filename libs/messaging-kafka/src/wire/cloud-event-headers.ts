import { isUtf8 } from 'node:buffer';
import {
  CAPACITIES,
  parseInstant,
  type Instant,
  type PartyCode,
  type PersonId,
  type Role,
  type Tier,
} from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';

/**
 * A public event in binary mode of the CloudEvents binding for Kafka: its attributes as headers, its data as the
 * message's value.
 */
export function headersOf(event: PublicEvent): Readonly<Record<string, string>> {
  return {
    ce_specversion: SPEC_VERSION,
    ce_id: event.id,
    ce_source: event.source,
    ce_type: event.type,
    ce_subject: event.subject,
    ...(event.event === undefined ? {} : { ce_event: event.event }),
    ce_time: event.time,
    ce_recordedat: event.recordedat,
    ce_sequence: String(event.sequence),
    ce_tier: event.tier,
    ...(event.actor
      ? {
          ce_actorid: event.actor.personId,
          ce_actorrole: event.actor.role,
          ...(event.actor.party === null ? {} : { ce_actorparty: event.actor.party }),
        }
      : {}),
    'content-type': event.datacontenttype,
    // The trace is written twice, because telemetry on the way may put the sending's own trace in place of the plain
    // header.
    ...(event.traceparent === undefined ? {} : { traceparent: event.traceparent, ce_traceparent: event.traceparent }),
  };
}

/** What a message's headers say, or what is wrong with them, as a word that names no content. */
export type ReadHeaders = { readonly attributes: Omit<PublicEvent, 'data'> } | { readonly wrong: string };

const SPEC_VERSION = '1.0';
const SEQUENCE = /^\d{1,15}$/;
const PROTOBUF = 'application/protobuf';
const TIERS: ReadonlySet<string> = new Set<Tier>(['PUBLIC', 'PARTIES', 'PANEL', 'DELIBERATION', 'FILER', 'DESKS']);
/** Without control characters, which no attribute of CloudEvents may hold and no text of PostgreSQL can. */
const ATTRIBUTE = /^\P{Cc}{1,512}$/u;

/** Reads the attributes of a public event out of a message's headers. */
export function readHeaders(headers: Readonly<Record<string, Uint8Array>>): ReadHeaders {
  const attribute = (name: string): string | undefined => textOf(headers[name]);
  if (Object.keys(headers).length === 0) return { wrong: 'no-headers' };
  if (attribute('ce_specversion') !== SPEC_VERSION) return { wrong: 'no-cloud-event' };
  if (attribute('content-type') !== PROTOBUF) return { wrong: 'content-type' };
  const [id, source, type, subject] = [
    attribute('ce_id'),
    attribute('ce_source'),
    attribute('ce_type'),
    attribute('ce_subject'),
  ];
  if (id === undefined || source === undefined || type === undefined || subject === undefined)
    return { wrong: 'missing-attribute' };
  const [time, recordedat, tier, sequence] = [
    instantOf(attribute('ce_time')),
    instantOf(attribute('ce_recordedat')),
    attribute('ce_tier'),
    attribute('ce_sequence'),
  ];
  if (time === undefined || recordedat === undefined || tier === undefined || !TIERS.has(tier))
    return { wrong: 'wrong-attribute' };
  if (sequence === undefined || !SEQUENCE.test(sequence)) return { wrong: 'wrong-attribute' };
  const [event, traceparent] = [attribute('ce_event'), attribute('ce_traceparent')];
  const [actor, role, party] = [attribute('ce_actorid'), attribute('ce_actorrole'), attribute('ce_actorparty')];
  if ((actor === undefined) !== (role === undefined) || (role !== undefined && !isCapacity(role)))
    return { wrong: 'wrong-attribute' };
  return {
    attributes: {
      id,
      source,
      type,
      subject,
      ...(event === undefined ? {} : { event }),
      time,
      recordedat,
      sequence: Number(sequence),
      tier: tier as Tier,
      ...(actor === undefined || role === undefined
        ? {}
        : { actor: { personId: actor as PersonId, role: role as Role, party: (party ?? null) as PartyCode | null } }),
      datacontenttype: PROTOBUF,
      ...(traceparent === undefined ? {} : { traceparent }),
    },
  };
}

const isCapacity = (role: string): boolean => CAPACITIES.some((each) => each === role);

function textOf(bytes: Uint8Array | undefined): string | undefined {
  // Bytes that are not UTF-8 would become replacement characters, which nobody wrote.
  if (!bytes || !isUtf8(bytes)) return undefined;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
  return ATTRIBUTE.test(text) ? text : undefined;
}

const instantOf = (text: string | undefined): Instant | undefined =>
  text === undefined ? undefined : parseInstant(text);
