import { Parley, ParleyProblem, ParleyUnexpected } from '@parley/client';
import { called } from './called';
import { tokensOf, type Identity } from './identity';

interface Listed {
  readonly id: string;
}
type Paths = {
  readonly '/v1/cases': {
    readonly get: {
      readonly responses: {
        readonly 200: { readonly content: { readonly 'application/json': { items: Listed[]; next: string | null } } };
      };
    };
  };
  readonly '/v1/cases/{caseId}/history': { readonly get: OfCase<'application/json', object> };
  readonly '/v1/cases/{caseId}/history/export': { readonly get: OfCase<'application/x-ndjson', string> };
};
type OfCase<Media extends string, Content> = {
  readonly parameters: {
    readonly path: { readonly caseId: string };
    readonly header?: { readonly 'If-None-Match'?: string };
    readonly query?: { readonly limit?: number };
  };
  readonly responses: { readonly 200: { readonly content: Record<Media, Content> } };
};

/** The cases of somebody who signs in, as the server shows them. */
export class SideCases {
  readonly #parley: Parley<Paths>;

  constructor(identity: Identity) {
    const { url, purpose } = identity;
    this.#parley = new Parley(url, { token: tokensOf(identity), ...(purpose ? { purpose } : {}) });
  }

  /** The ids of all of them. */
  ids(): Promise<readonly string[]> {
    return called(async () => {
      const ids: string[] = [];
      for await (const { id } of this.#parley.each('/v1/cases')) ids.push(id);
      return ids;
    });
  }

  /**
   * The tag of a history, which stays as long as its reader sees the same events. Reading is on record only where there
   * is something new.
   * @param known that of the last time
   * @returns nothing where it is still the same
   */
  newTag(caseId: string, known: string | undefined): Promise<string | undefined> {
    const header = known === undefined ? {} : { 'If-None-Match': known };
    return called(async () => {
      try {
        const asked = { params: { path: { caseId }, header, query: { limit: 1 } } };
        return (await this.#parley.get('/v1/cases/{caseId}/history', asked)).etag ?? '';
      } catch (error) {
        if (statusOf(error) === 304) return undefined;
        throw error;
      }
    });
  }

  /** The export of a history. */
  async exportOf(caseId: string): Promise<Uint8Array> {
    const path = '/v1/cases/{caseId}/history/export';
    const { data } = await called(() => this.#parley.download(path, { params: { path: { caseId } } }));
    return new Uint8Array(await data.arrayBuffer());
  }
}

const statusOf = (error: unknown): number | undefined =>
  error instanceof ParleyUnexpected || error instanceof ParleyProblem ? error.response.status : undefined;
