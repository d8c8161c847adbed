import type { ParamsOption, RequestBodyOption } from 'openapi-fetch';

export type Method = 'get' | 'post' | 'put' | 'delete';

/** The paths that take a method. */
export type PathWith<Paths, M extends Method> = {
  [Path in keyof Paths]: Paths[Path] extends Readonly<Record<M, object>> ? Path : never;
}[keyof Paths] &
  string;

export type OperationOf<Paths, Path extends keyof Paths, M extends Method> =
  Paths[Path] extends Readonly<Record<M, infer Operation>> ? Operation : never;

type ContentOf<Operation> = Operation extends { responses: infer Responses }
  ? Responses[keyof Responses & (200 | 201 | 202)] extends { content: infer Content }
    ? Content
    : never
  : never;

/** What an operation shows as JSON. */
export type ShownBy<Operation> = ContentOf<Operation> extends { 'application/json': infer Shown } ? Shown : never;

/** The paths that show JSON. */
export type ReadablePath<Paths> = Narrowed<Paths, { 'application/json': unknown }>;

/** The paths that hand out something else. */
export type DownloadPath<Paths> = Exclude<PathWith<Paths, 'get'>, ReadablePath<Paths>>;

/** What a list that comes in pages has on each of them. */
interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/** The lists that come in pages. */
export type PagedPath<Paths> = Narrowed<Paths, { 'application/json': Page<unknown> }>;

export type ItemOf<Operation> = ShownBy<Operation> extends Page<infer Item> ? Item : never;

/** The paths to read whose content is of a kind. */
type Narrowed<Paths, Content> = {
  [Path in PathWith<Paths, 'get'>]: [ContentOf<OperationOf<Paths, Path, 'get'>>] extends [Content] ? Path : never;
}[PathWith<Paths, 'get'>];

/** The codes with which an operation is refused. */
export type CodeOf<Operation> = Operation extends { responses: infer Responses }
  ? {
      [Status in keyof Responses]: Responses[Status] extends {
        content: { 'application/problem+json': { code: infer Code extends string } };
      }
        ? Code
        : never;
    }[keyof Responses]
  : never;

/** A key is made where none is given, and who has an answer already is asked for by the client itself. */
type HeadersOf<Headers> = [Headers] extends [undefined]
  ? { header?: never }
  : { header?: Partial<Omit<NonNullable<Headers>, 'If-None-Match'>> };

/** What may be left out may be `undefined`, such as the position of an act that wrote nothing. */
type QueryOf<Query> = [Query] extends [undefined]
  ? { query?: never }
  : undefined extends Query
    ? { query?: Loosened<NonNullable<Query>> }
    : { query: Loosened<Query> };
type Loosened<Query> = {
  [Name in keyof Query]: object extends Pick<Query, Name> ? Query[Name] | undefined : Query[Name];
};

type Parametrized<Operation> = Operation extends { parameters: infer Parameters }
  ? {
      parameters: Pick<Parameters, keyof Parameters & 'path'> &
        HeadersOf<Parameters[keyof Parameters & 'header']> &
        QueryOf<Parameters[keyof Parameters & 'query']>;
    }
  : object;

/** What a call takes: parameters by where they stand, a body if the operation has one. */
export type Asked<Operation> = ParamsOption<Parametrized<Operation>> &
  RequestBodyOption<Operation> & { signal?: AbortSignal };

/** What a read takes. */
export type Read<Operation> = Asked<Operation> & {
  /** Seconds, 5 at most, to wait for what follows from every act on record, in any service. */
  wait?: number;
};

/** It can be left out where nothing of it is needed. */
export type Arguments<Operation, What = Asked<Operation>> = object extends What ? [asked?: What] : [asked: What];
