import type { OpenAPIObject } from '@nestjs/swagger';
import { operationsOf, type Operation } from './operations-of';

/** A part of an operation, and how another value is put in its place. */
interface Place {
  /** The name under which it would be shared. */
  readonly name: string;
  readonly value: object;
  readonly put: (value: object) => void;
}

/** As far as an answer tells its name. */
interface Answer {
  readonly content?: Readonly<Record<string, { readonly schema?: { readonly $ref?: string } }>>;
}

/** Where the parts that can be shared stand in an operation. */
const PLACES = {
  headers: ({ responses }: Operation) =>
    Object.values(responses as Record<string, { readonly headers?: Record<string, object> }>).flatMap(
      ({ headers = {} }) => placesIn(headers, (name) => name),
    ),
  parameters: ({ parameters = [] }: Operation) =>
    placesIn(parameters as unknown as Record<string, object>, (_, { name = '' }: { name?: string }) => inPascal(name)),
  responses: ({ responses }: Operation) => placesIn(responses as Record<string, Answer>, nameOfAnswer),
} satisfies Record<string, (operation: Operation) => readonly Place[]>;

type Kind = keyof typeof PLACES;
const KINDS = Object.keys(PLACES) as readonly Kind[];

/**
 * Moves what several operations say alike into the document's components. Where a name stands for several things, the
 * most frequent one has it as it is. The others are numbered, the more frequent first, then by what they say. So the
 * order in which operations stand changes no name.
 */
export function shareParts(document: OpenAPIObject): void {
  for (const kind of KINDS) {
    const alike = Map.groupBy(placesOf(document, kind), ({ name, value }) => `${name} ${JSON.stringify(value)}`);
    const shared: Record<string, object> = {};
    const byFrequency = [...alike].sort(
      ([one, ones], [other, all]) => all.length - ones.length || (one < other ? -1 : 1),
    );
    for (const [, [first, ...others]] of byFrequency) {
      if (!first || others.length === 0) continue;
      const name = freeName(first.name, shared);
      shared[name] = first.value;
      for (const { put } of [first, ...others]) put({ $ref: `#/components/${kind}/${name}` });
    }
    // The schemas stay last: what is near to the operations, and like them, makes the whole smaller.
    if (Object.keys(shared).length > 0) document.components = { [kind]: shared, ...document.components };
  }
}

/** Puts every shared part back in its place, so that the document can be joined with others. */
export function unshareParts(document: OpenAPIObject): void {
  // The headers stand in the answers.
  for (const kind of KINDS.toReversed()) {
    const shared: Readonly<Record<string, object>> = document.components?.[kind] ?? {};
    for (const { value, put } of placesOf(document, kind)) {
      const part = shared[(value as { $ref?: string }).$ref?.replace(`#/components/${kind}/`, '') ?? ''];
      if (part) put(part);
    }
    delete document.components?.[kind];
  }
}

/** A part of an operation, or the shared one to which it refers. */
export function sharedPart(part: unknown, { components = {} }: OpenAPIObject): unknown {
  const { $ref } = (part ?? {}) as { readonly $ref?: string };
  const [, kind = '', name = ''] = /^#\/components\/(\w+)\/(.+)$/.exec($ref ?? '') ?? [];
  const shared = components as Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;
  return shared[kind]?.[name] ?? part;
}

const placesOf = (document: OpenAPIObject, kind: Kind): readonly Place[] =>
  operationsOf(document).flatMap(({ operation }) => PLACES[kind](operation));

const placesIn = <Part extends object>(within: Record<string, Part>, nameOf: (key: string, part: Part) => string) =>
  Object.entries(within).map(([key, value]) => ({
    name: nameOf(key, value),
    value,
    put: (part: object) => void (within[key] = part as Part),
  }));

function freeName(name: string, taken: object): string {
  if (!Object.hasOwn(taken, name)) return name;
  for (let number = 2; ; number++) if (!Object.hasOwn(taken, `${name}_${number}`)) return `${name}_${number}`;
}

/**
 * A success is named for what it shows, and a problem by its status: `E404`. Every operation names seven problems or
 * more, so words in place of numbers would take a sixtieth of the document.
 */
function nameOfAnswer(status: string, { content = {} }: Answer): string {
  if (!status.startsWith('2')) return status === 'default' ? 'EAny' : `E${status}`;
  const shown = Object.values(content).flatMap(({ schema }) => schema?.$ref?.split('/').at(-1) ?? []);
  return shown[0] ?? `S${status}`;
}

/** `Idempotency-Key` becomes `IdempotencyKey`, and `caseId` `CaseId`. */
const inPascal = (name: string): string =>
  name
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
