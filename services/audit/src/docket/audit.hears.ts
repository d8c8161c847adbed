import { isMessage, toJson, type DescMessage, type MessageShape } from '@bufbuild/protobuf';
import { DeadlineSchema, LimitsSchema, readDeadline, told } from '@parley/contracts';
import { parseInstant, type CaseParties, type Instant, type PartyCode, type PersonId } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import type { Learning } from '../history/case-at.rules';
import { isFacts, type Facts } from './docket-deadlines.rules';

/** A message as plain JSON, with its empty fields and without its case, which an entry names itself. */
function factsOfMessage<D extends DescMessage>(schema: D, message: MessageShape<D>): Facts {
  const json = toJson(schema, message, { alwaysEmitImplicit: true });
  if (!isFacts(json)) throw new TypeError(`${schema.typeName} is no object`);
  const { caseId: _, ...facts } = json;
  return { ...facts, ...deadlinesOf(schema, message) };
}

/** The deadlines of a message, and of its limits, each as the log shows it. */
function deadlinesOf<D extends DescMessage>(schema: D, message: MessageShape<D>): Facts {
  return Object.fromEntries(
    schema.fields.flatMap(({ localName, jsonName, message: part }): [string, unknown][] => {
      const value: unknown = message[localName as keyof typeof message];
      if (value === undefined) return [];
      if (part?.typeName === DeadlineSchema.typeName)
        return [[jsonName, Array.isArray(value) ? value.map(laidOpen) : laidOpen(value)]];
      if (!isMessage(value, LimitsSchema)) return [];
      return [[jsonName, { opens: value.opens.map(laidOpen), closes: value.closes }]];
    }),
  );
}

/** The main data of a deadline, and its record, with which everybody can count again (I-16). */
function laidOpen(value: unknown): Facts {
  if (!isMessage(value, DeadlineSchema)) throw new TypeError('no deadline');
  const { id, clock, stage, rule, awaits = '', dueAt, provisional } = value;
  return { id, clock, stage, rule, awaits, dueAt, provisional, record: readDeadline(value) };
}

/** What a message says: its kind on the docket, its instant in law, its facts, and what it teaches the audit. */
export interface Heard {
  readonly caseId: string;
  readonly kind: string;
  readonly at: Instant;
  readonly facts: Facts;
  readonly learnings: readonly Learning[];
  /** True of a message that concerns no case. It stands in the public log without a docket number. */
  readonly outsideCases: boolean;
}

/** The part of `Heard` that differs by the type of message. */
export interface Taken {
  readonly kind: string;
  readonly at?: string;
  readonly learnings?: readonly Learning[];
  readonly outsideCases?: boolean;
}

/** Reads one type of message. */
export interface Reader {
  readonly typeName: string;
  read(event: PublicEvent): Heard | undefined;
  /** Only what the message teaches. */
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
