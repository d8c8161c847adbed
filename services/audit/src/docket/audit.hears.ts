import { isMessage, toJson, type DescMessage, type MessageShape } from '@bufbuild/protobuf';
import { DeadlineSchema, readDeadline, told } from '@parley/contracts';
import { parseInstant, type CaseParties, type Instant, type PartyCode, type PersonId } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import type { Learning } from '../history/case-at.rules';
import { isFacts, type Facts } from './docket-deadlines.rules';

/** A message as plain JSON, empty fields included, with its case left out: an entry names that itself. */
function factsOfMessage<D extends DescMessage>(schema: D, message: MessageShape<D>): Facts {
  const json = toJson(schema, message, { alwaysEmitImplicit: true });
  if (!isFacts(json)) throw new TypeError(`${schema.typeName} is no object`);
  const { caseId: _, ...facts } = json;
  return { ...facts, ...deadlinesOf(schema, message) };
}

/** The deadlines of a message, each as the log shows it. */
function deadlinesOf<D extends DescMessage>(schema: D, message: MessageShape<D>): Facts {
  const fields = schema.fields.filter((field) => field.message?.typeName === DeadlineSchema.typeName);
  return Object.fromEntries(
    fields.flatMap(({ localName, jsonName }) => {
      const value: unknown = message[localName as keyof typeof message];
      if (value === undefined) return [];
      return [[jsonName, Array.isArray(value) ? value.map(laidOpen) : laidOpen(value)]];
    }),
  );
}

/** What a deadline is at a glance, and its record, so that everybody can count again (I-16). */
function laidOpen(value: unknown): Facts {
  if (!isMessage(value, DeadlineSchema)) throw new TypeError('no deadline');
  const { id, clock, stage, rule, dueAt, provisional } = value;
  return { id, clock, stage, rule, dueAt, provisional, record: readDeadline(value) };
}

/** What a message says: of which kind it is on the docket, when it happened in law, and what it teaches the audit. */
export interface Heard {
  readonly caseId: string;
  readonly kind: string;
  readonly at: Instant;
  readonly facts: Facts;
  readonly learnings: readonly Learning[];
  /** True of what concerns no case: it has its place in the public log without a docket number. */
  readonly outsideCases: boolean;
}

/** What a reader of one message type takes from it; the rest is the same for all. */
export interface Taken {
  readonly kind: string;
  readonly at?: string;
  readonly learnings?: readonly Learning[];
  readonly outsideCases?: boolean;
}

/** Reads one type of message; another type is left to another reader. */
export interface Reader {
  readonly typeName: string;
  read(event: PublicEvent): Heard | undefined;
  /** What it teaches, without all that it says. */
  teaches(event: PublicEvent): readonly Learning[];
}

/** A reader of the messages of one type, all of which name their case. */
export const reader = <D extends DescMessage>(schema: D, take: (message: MessageShape<D>) => Taken): Reader => ({
  typeName: schema.typeName,
  read(event) {
    const message = told(event, schema);
    if (message === undefined) return undefined;
    const { kind, at = event.time, learnings = [], outsideCases = false } = take(message);
    return {
      caseId: event.subject,
      kind,
      at: parseInstant(at) ?? event.time,
      facts: factsOfMessage(schema, message),
      learnings,
      outsideCases,
    };
  },
  teaches(event) {
    const message = told(event, schema);
    return (message && take(message).learnings) ?? [];
  },
});

/** @throws TypeError when a message names no parties */
export function partiesOf(
  parties: { readonly complainant: string; readonly respondent: string } | undefined,
): CaseParties {
  if (!parties?.complainant || !parties.respondent) throw new TypeError('the message names no parties');
  return { complainant: parties.complainant as PartyCode, respondent: parties.respondent as PartyCode };
}

export const personOf = (id: string): PersonId => id as PersonId;
