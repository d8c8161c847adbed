import { ApiProperty } from '@nestjs/swagger';
import { FORMAT_EXAMPLES, SHOWN_KINDS, type ShownKind } from './shown-kind';

export interface ShownOptions {
  /** Its meaning, with its unit where it has one. */
  readonly meaning: string;
  /** Left out where the kind, the format or the closed list of words gives one. */
  readonly example?: unknown;
  /** May be absent. */
  readonly optional?: boolean;
  /** May be `null`. */
  readonly nullable?: boolean;
  /** The closed list of words that it is one of. */
  readonly values?: readonly string[];
  /** Name and meaning of those words as a schema of their own, where several fields share them. */
  readonly named?: { readonly name: string; readonly meaning: string };
  /** A kind that many fields share; it gives form, limit and example. With `list`, the kind of each entry. */
  readonly kind?: ShownKind;
  /** Most characters of a text that is of no kind. */
  readonly max?: number;
  /** The class of an object, or of each entry with `list`; `String` and the like for plain entries. */
  readonly type?: () => unknown;
  readonly list?: boolean;
  /** `date`, `date-time`, `uuid` … */
  readonly format?: string;
  /** A JSON schema of its own where none of the above says it. */
  readonly schema?: Readonly<Record<string, unknown>>;
}

const PLAIN = { string: String, number: Number, boolean: Boolean } as const;

/** For a list, a branded type or one that includes null the compiler emits no type; the example tells more. */
function plainType(example: unknown): { readonly type?: (typeof PLAIN)[keyof typeof PLAIN] } {
  const name = typeof (Array.isArray(example) ? example[0] : example);
  return name === 'string' || name === 'number' || name === 'boolean' ? { type: PLAIN[name] } : {};
}

/** Declares a field of a response for the API's document. */
export function Shown({
  meaning,
  optional,
  nullable,
  values,
  named,
  kind,
  max,
  type,
  list,
  format,
  schema,
  ...given
}: ShownOptions): PropertyDecorator {
  const { example: ofKind, ...form } = kind === undefined ? { example: undefined } : SHOWN_KINDS[kind];
  const usual = ofKind ?? values?.[0] ?? (format === undefined ? undefined : FORMAT_EXAMPLES[format]);
  const example = 'example' in given ? given.example : list && usual !== undefined ? [usual] : usual;
  return ApiProperty({
    description: meaning,
    required: !optional,
    ...(example === undefined ? {} : { example }),
    ...(nullable ? { nullable: true } : {}),
    ...(values ? { enum: [...values] } : {}),
    ...(named ? { enumName: named.name, enumSchema: { description: named.meaning } } : {}),
    // The document builder takes a function named `type` for a late type.
    ...(type ? { type: () => type() } : nullable || kind !== undefined || list ? plainType(example) : {}),
    ...(list ? { isArray: true } : {}),
    ...(format ? { format } : {}),
    ...form,
    ...(max === undefined ? {} : { maxLength: max }),
    ...schema,
  });
}
