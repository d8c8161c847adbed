import { ApiProperty } from '@nestjs/swagger';

export interface ShownOptions {
  /** What it means, with its unit where it has one. */
  readonly meaning: string;
  readonly example?: unknown;
  /** May be absent. */
  readonly optional?: boolean;
  /** May be `null`. */
  readonly nullable?: boolean;
  /** The closed list of words that it is one of. */
  readonly values?: readonly string[];
  /** The class of an object, or of each entry with `list`; `String` and the like for plain entries. */
  readonly type?: () => unknown;
  readonly list?: boolean;
  /** `date`, `date-time`, `uuid` … */
  readonly format?: string;
  /** A JSON schema of its own where none of the above says it. */
  readonly schema?: Readonly<Record<string, unknown>>;
}

/** Declares a field of a response for the API's document. */
export function Shown({ meaning, example, optional, nullable, values, type, list, format, schema }: ShownOptions): PropertyDecorator {
  return ApiProperty({
    description: meaning,
    required: !optional,
    ...(example === undefined ? {} : { example }),
    ...(nullable ? { nullable: true } : {}),
    ...(values ? { enum: [...values] } : {}),
    // Named `type`, as the document builder wants a late type to be.
    ...(type ? { type: () => type() } : {}),
    ...(list ? { isArray: true } : {}),
    ...(format ? { format } : {}),
    ...schema,
  });
}
