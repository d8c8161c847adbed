import { resolved, type ApiDocument, type Schema } from './api-document';
import { exampleOf, withExample } from './example-body';

/** A body with one fault. */
export interface BrokenBody {
  /** What is wrong with it. */
  readonly fault: string;
  /** JSON pointer to the field at fault. */
  readonly path: string;
  readonly body: unknown;
}

type Steps = readonly (string | number)[];
type Fault = readonly [fault: string, value: unknown];

const GONE = Symbol('the field is left out');
const UNKNOWN = 'noSuchField';

/**
 * Every way in which the document says that one field of a body can be wrong, one at a time.
 * @param valid a body that the schema allows, with all its fields
 */
export function brokenBodies(document: ApiDocument, schema: Schema, valid: unknown): readonly BrokenBody[] {
  return faultsIn(document, schema, valid, []).map(({ fault, steps, value }) => ({
    fault,
    path: pointer(steps),
    body: replaced(valid, steps, value),
  }));
}

interface FaultAt {
  readonly fault: string;
  readonly steps: Steps;
  readonly value: unknown;
}

function faultsIn(document: ApiDocument, unresolved: Schema, value: unknown, steps: Steps): readonly FaultAt[] {
  const schema = resolved(document, unresolved);
  const here = [
    ...wrongTypes(schema),
    ...wrongTexts(schema, value),
    ...wrongNumbers(schema),
    ...wrongLists(schema, value),
  ].map(([fault, wrong]) => ({ fault, steps, value: wrong }));
  if (schema.type === 'array' && schema.items && Array.isArray(value))
    return [...here, ...faultsIn(document, schema.items, value[0], [...steps, 0])];
  if (schema.type !== 'object') return here;
  const fields = value as Readonly<Record<string, unknown>>;
  return [
    ...here,
    { fault: 'a field that there is not', steps: [...steps, UNKNOWN], value: 'x' },
    ...(schema.required ?? []).map((name) => ({ fault: 'missing', steps: [...steps, name], value: GONE })),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, field]) =>
      faultsIn(document, field, fields[name] ?? exampleOf(document, withExample(field, name, schema.example)), [
        ...steps,
        name,
      ]),
    ),
  ];
}

function wrongTypes({ type }: Schema): readonly Fault[] {
  const others: readonly unknown[] = [null, 'text', 7, true, ['text'], { text: 'text' }];
  return others
    .filter((other) => jsonTypeOf(other) !== (type === 'integer' ? 'number' : type))
    .map((other) => [`${jsonTypeOf(other)} instead of ${String(type)}`, other]);
}

const jsonTypeOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;

function wrongTexts({ type, format, enum: words, pattern, maxLength }: Schema, value: unknown): readonly Fault[] {
  if (type !== 'string') return [];
  const text = String(value);
  const faults: Fault[] = [
    ['empty', ''],
    ['blank', ' \u3000'],
    ['a NUL', `${text}\u0000`],
    ['an escape', `\u001b[2J${text}`],
    ['a right-to-left override', `${text}\u202e`],
    ['half a surrogate pair', `${text}\ud800`],
  ];
  if (maxLength !== undefined) faults.push(['too long', text.padEnd(maxLength + 1, 'x')]);
  if (format === 'date')
    faults.push(['a day that does not exist', '2025-02-29'], ['a day in another form', '4.2.2025']);
  if (format === 'date-time')
    faults.push(
      ['a day that does not exist', '2025-02-29T09:00:00Z'],
      ['an instant without a zone', '2025-02-04T09:00:00'],
    );
  const other = [`?${text}`, `${text} ${text}`].find(
    (word) => pattern === undefined || !new RegExp(pattern, 'u').test(word),
  );
  if (other !== undefined && (words || pattern !== undefined || format === 'uuid'))
    faults.push(['another word', other]);
  return faults;
}

function wrongNumbers({ type, minimum, maximum }: Schema): readonly Fault[] {
  if (type !== 'integer') return [];
  return [
    ['a fraction', 1.5],
    ...(minimum === undefined ? [] : [['too small', minimum - 1] as const]),
    ...(maximum === undefined ? [] : [['too large', maximum + 1] as const]),
  ];
}

function wrongLists({ type, minItems = 0, maxItems }: Schema, value: unknown): readonly Fault[] {
  if (type !== 'array' || !Array.isArray(value)) return [];
  const entries: readonly unknown[] = value;
  return [
    ...(minItems > 0 ? [['too few', entries.slice(0, minItems - 1)] as const] : []),
    ...(maxItems === undefined ? [] : [['too many', Array.from({ length: maxItems + 1 }, () => entries[0])] as const]),
  ];
}

function replaced(whole: unknown, [step, ...rest]: Steps, value: unknown): unknown {
  if (step === undefined) return value;
  if (Array.isArray(whole))
    return whole.map((entry: unknown, index) => (index === step ? replaced(entry, rest, value) : entry));
  // A part that may be left out is not in the example.
  const fields = (whole ?? {}) as Readonly<Record<string, unknown>>;
  const inside = replaced(fields[step], rest, value);
  return Object.fromEntries(Object.entries({ ...fields, [step]: inside }).filter(([, field]) => field !== GONE));
}

const pointer = (steps: Steps): string => steps.map((step) => `/${String(step)}`).join('');
