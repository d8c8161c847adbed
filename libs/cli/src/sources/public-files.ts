import { Parley, ParleyProblem, ParleyUnanswered, ParleyUnexpected } from '@parley/client';
import { NotAsked, named } from '../report/not-asked';
import { codeOf } from './read-file';

/** What anybody may read without a token, as bytes. */
type PublicPaths = Readonly<
  Record<
    `/v1/${string}`,
    { readonly get: { readonly responses: { readonly 200: { readonly content: { readonly 'text/plain': string } } } } }
  >
>;

/** A person waits for an answer, so that fewer attempts are made than by a program that runs on its own. */
const ATTEMPTS = 3;

/** The public files of one installation. */
export class PublicFiles {
  readonly #parley: Parley<PublicPaths>;

  /** @throws NotAsked `usage` for what is no address */
  constructor(readonly url: string) {
    needAddress(url);
    this.#parley = new Parley(url, { attempts: ATTEMPTS });
  }

  /** The bytes at a path; `undefined` where there are none. @throws NotAsked `not-reachable` */
  async read(path: `/v1/${string}`): Promise<Uint8Array | undefined> {
    try {
      const { data } = await this.#parley.download(path);
      return new Uint8Array(await data.arrayBuffer());
    } catch (error) {
      const status = statusOf(error);
      if (status === 404) return undefined;
      throw new NotAsked('not-reachable', named(`${this.url}${path}: ${String(status)}`));
    }
  }

  /** The bytes at a path. @throws NotAsked `not-reachable`, also where there are none */
  async need(path: `/v1/${string}`): Promise<Uint8Array> {
    const bytes = await this.read(path);
    if (!bytes) throw new NotAsked('not-reachable', named(`${this.url}${path}: 404`));
    return bytes;
  }
}

/** The status of an answer, or why there is none. */
function statusOf(error: unknown): number | string {
  if (error instanceof ParleyProblem) return error.status;
  if (error instanceof ParleyUnexpected) return error.response.status;
  return networkFailure(error);
}

/** Why the network gave no answer, such as ECONNREFUSED. */
export function networkFailure(error: unknown): string {
  // A failure of fetch has the one of the network as its cause.
  const failure = error instanceof ParleyUnanswered ? error.cause : error;
  return codeOf((failure as { readonly cause?: unknown }).cause ?? failure);
}

/** @throws NotAsked `usage` for what is no address of an installation */
export function needAddress(url: string): void {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new NotAsked('usage', {
      en: `“${url}” is no address: it begins with http:// or https://`,
      'zh-Hans': `“${url}”不是地址：地址以 http:// 或 https:// 开头`,
    });
}
