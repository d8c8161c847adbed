import { isMessage, toJson, type DescMessage, type MessageShape } from '@bufbuild/protobuf';
import { DeadlineSchema, readDeadline } from '@parley/contracts';
import type { Facts } from '../domain/docket/public-fact';
import { isFacts } from '../domain/docket/read-facts';

/** A message as plain JSON, empty fields included, with its case left out: an entry names that itself. */
export function factsOfMessage<D extends DescMessage>(schema: D, message: MessageShape<D>): Facts {
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
