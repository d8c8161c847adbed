import { toJson, type DescMessage, type MessageShape } from '@bufbuild/protobuf';
import type { Facts } from '../domain/docket/public-fact';
import { isFacts } from '../domain/docket/read-facts';

/** A message as plain JSON, empty fields included, with its case left out: an entry names that itself. */
export function factsOfMessage<D extends DescMessage>(schema: D, message: MessageShape<D>): Facts {
  const json = toJson(schema, message, { alwaysEmitImplicit: true });
  if (!isFacts(json)) throw new TypeError(`${schema.typeName} is no object`);
  const { caseId: _, ...facts } = json;
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, isFacts(value) ? laidOpen(value) : value]),
  );
}

/**
 * A deadline's record travels as canonical JSON; in the log it is laid open, so that everybody can count again (I-16).
 */
function laidOpen(value: Facts): Facts {
  const { record } = value;
  return typeof record === 'string' && record !== '' ? { ...value, record: JSON.parse(record) as unknown } : value;
}
