import createClient from 'openapi-fetch';
import type { paths } from './api';
import { KeptToken } from './kept-token';
import type {
  Arguments,
  CodeOf,
  DownloadPath,
  ItemOf,
  Method,
  OperationOf,
  PagedPath,
  PathWith,
  Read,
  ReadablePath,
  ShownBy,
} from './operations';
import type { Sign } from './signed-act';
import { isProblemDetails, ParleyProblem, ParleyUnexpected } from './problem';
import { Transport } from './transport';
import { upload, UPLOADS, type Uploading } from './upload';

/** The answer to a call. */
export interface Answered<Data> {
  readonly data: Data;
  /** Of the thing as it is shown. An act that sends it as `If-Match` is done only if the thing is still the same. */
  readonly etag: string | undefined;
  /** Of what an act wrote. A list that is asked with it as `after` waits briefly until it shows it. */
  readonly position: string | undefined;
  readonly response: Response;
}

export interface ParleyOptions {
  /** Gives a token of whoever asks, and is asked anew before the last one ends. Without it one reads what is public. */
  readonly token?: () => string | Promise<string>;
  /** What is read for, in ASCII: it stands in the log of reads, and some is read with a purpose only. */
  readonly purpose?: string;
  /** Signs each act, as `signByKey` and `signByPasskey` do; none is signed when left out. */
  readonly sign?: Sign;
  /** How often a call is sent at most, 5 times when left out. */
  readonly attempts?: number;
}

/** What calls take, whatever they call. */
interface AskedOfAny {
  readonly params?: {
    readonly query?: object;
    readonly path?: Readonly<Record<string, string>>;
    readonly header?: Readonly<Record<string, string>>;
  };
  readonly body?: unknown;
}
type ReadArguments<Operation> = Arguments<Operation, Read<Operation>>;
type AnyRequest = (
  method: Method,
  path: string,
  asked: object,
) => Promise<{ readonly data?: unknown; readonly error?: unknown; readonly response: Response }>;

/**
 * Somebody who uses the API of one installation. A call that is refused throws a `ParleyProblem`; one that nobody
 * answers, a `ParleyUnanswered`.
 */
export class Parley<Paths extends object = paths> {
  readonly #url: string;
  readonly #transport: Transport;
  readonly #request: AnyRequest;
  readonly #sign: Sign | undefined;

  constructor(url: string, { token, purpose, attempts, sign }: ParleyOptions = {}) {
    this.#url = url.replace(/\/$/, '');
    this.#sign = sign;
    this.#transport = new Transport(token && new KeptToken(token), attempts);
    this.#request = createClient<Paths>({
      baseUrl: this.#url,
      fetch: (request) => this.#transport.request(request),
      ...(purpose === undefined ? {} : { headers: { 'Parley-Purpose': purpose } }),
    }).request as AnyRequest;
  }

  get<Path extends ReadablePath<Paths>>(
    path: Path,
    ...[asked]: ReadArguments<OperationOf<Paths, Path, 'get'>>
  ): Promise<Answered<ShownBy<OperationOf<Paths, Path, 'get'>>>> {
    return this.#call('get', path, asked);
  }

  post<Path extends PathWith<Paths, 'post'>>(
    path: Path,
    ...[asked]: Arguments<OperationOf<Paths, Path, 'post'>>
  ): Promise<Answered<ShownBy<OperationOf<Paths, Path, 'post'>>>> {
    return this.#call('post', path, asked);
  }

  put<Path extends PathWith<Paths, 'put'>>(
    path: Path,
    ...[asked]: Arguments<OperationOf<Paths, Path, 'put'>>
  ): Promise<Answered<ShownBy<OperationOf<Paths, Path, 'put'>>>> {
    return this.#call('put', path, asked);
  }

  delete<Path extends PathWith<Paths, 'delete'>>(
    path: Path,
    ...[asked]: Arguments<OperationOf<Paths, Path, 'delete'>>
  ): Promise<Answered<ShownBy<OperationOf<Paths, Path, 'delete'>>>> {
    return this.#call('delete', path, asked);
  }

  /** Every item of a list, page after page. */
  async *each<Path extends PagedPath<Paths>>(
    path: Path,
    ...[asked]: ReadArguments<OperationOf<Paths, Path, 'get'>>
  ): AsyncGenerator<ItemOf<OperationOf<Paths, Path, 'get'>>, void, undefined> {
    type Shown = { items: ItemOf<OperationOf<Paths, Path, 'get'>>[]; next: string | null };
    const { params, ...others } = (asked ?? {}) as AskedOfAny;
    for (let cursor: string | null | undefined; cursor !== null;) {
      const query = { ...params?.query, ...(cursor === undefined ? {} : { cursor }) };
      const { data }: Answered<Shown> = await this.#call('get', path, { ...others, params: { ...params, query } });
      yield* data.items;
      cursor = data.next;
    }
  }

  /** What is no JSON, such as an exhibit's content. */
  async download<Path extends DownloadPath<Paths>>(
    path: Path,
    ...[asked]: ReadArguments<OperationOf<Paths, Path, 'get'>>
  ): Promise<Answered<Blob>> {
    const blob = { ...(asked as object | undefined), parseAs: 'blob' };
    const { data = new Blob([]), ...answer }: Answered<Blob | undefined> = await this.#call('get', path, blob);
    return { ...answer, data };
  }

  /** Sends bytes, with their SHA-256, for an act to refer to. */
  async upload(
    content: Blob | Uint8Array<ArrayBuffer>,
    uploading: Uploading = {},
  ): Promise<Answered<ShownBy<OperationOf<Paths, typeof UPLOADS & keyof Paths, 'post'>>>> {
    const response = await upload(this.#transport, `${this.#url}${UPLOADS}`, content, uploading);
    const body: unknown = await response.json().catch(() => undefined);
    return answered('post', UPLOADS, response.ok ? { data: body, response } : { error: body, response });
  }

  /** Says whether an error is the refusal of an operation, and so by which codes. */
  isProblemOf<M extends Method, Path extends PathWith<Paths, M>>(
    method: M,
    path: Path,
    error: unknown,
  ): error is ParleyProblem<CodeOf<OperationOf<Paths, Path, M>>> {
    return error instanceof ParleyProblem && error.operation.method === method && error.operation.path === path;
  }

  async #call<Data>(method: Method, path: string, what: object = {}): Promise<Answered<Data>> {
    const { wait, ...asked }: { readonly wait?: number } = what;
    const waiting = wait === undefined ? {} : { headers: { Prefer: `wait=${wait}` } };
    const sent = method === 'get' || !this.#sign ? asked : await signed(method, path, asked, this.#sign);
    return answered<Data>(method, path, await this.#request(method, path, { ...sent, ...waiting }));
  }
}

/** The same call with its signature, which is over its key as well, so that all attempts at it carry the same one. */
async function signed(method: Method, path: string, { params, ...asked }: AskedOfAny, sign: Sign): Promise<object> {
  const { path: names = {}, header = {} } = params ?? {};
  const once = header['Idempotency-Key'] ?? crypto.randomUUID();
  const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(names[name] ?? ''));
  const act = { act: `${method.toUpperCase()} ${address}`, case: names['caseId'] ?? null, body: asked.body, once };
  const signature = header['Parley-Signature'] ?? (await sign(act));
  return {
    ...asked,
    params: { ...params, header: { ...header, 'Idempotency-Key': once, 'Parley-Signature': signature } },
  };
}

/** @throws ParleyProblem or, for an answer that is none of the API, ParleyUnexpected */
function answered<Data>(
  method: Method,
  path: string,
  { data, error, response }: Awaited<ReturnType<AnyRequest>>,
): Answered<Data> {
  const operation = { method, path };
  if (isProblemDetails(error)) throw new ParleyProblem(operation, error, response);
  if (!response.ok) throw new ParleyUnexpected(operation, response);
  const { headers } = response;
  return {
    data: data as Data,
    etag: headers.get('etag') ?? undefined,
    position: headers.get('parley-position') ?? undefined,
    response,
  };
}
