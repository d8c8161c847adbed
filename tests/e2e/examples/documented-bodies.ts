import { randomUUID } from 'node:crypto';
import { answerFaults } from '../../support/answer-faults';
import { routesOf, type ApiDocument, type Route } from '../../support/api-document';
import { exampleBodyOf } from '../../support/example-body';
import type { Answer, Client } from '../../support/client';

/**
 * What a story alone can tell, since the world makes it anew each time: the id of a thing, the digest of what is signed
 * (which is made over ids and instants), and a code that was sent to an address.
 */
const MADE_BY_THE_WORLD = [
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  /^[0-9a-f]{64}$/,
  /^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/,
];

/** The examples of a document's bodies, each sent as it stands by somebody who does that act. */
export class DocumentedBodies {
  readonly #sent = new Set<string>();
  readonly #routes: ReadonlyMap<string, Route>;

  constructor(private readonly document: ApiDocument) {
    this.#routes = new Map(routesOf(document).map((route) => [route.operation.operationId, route]));
  }

  /** The operations with a body whose example nobody has sent yet. */
  get unsent(): readonly string[] {
    return [...this.#routes.values()].flatMap(({ operation: { operationId, requestBody } }) =>
      requestBody && !this.#sent.has(operationId) ? [operationId] : [],
    );
  }

  /** The documented body of an operation. @throws when the document has none */
  bodyOf(operationId: string): unknown {
    return exampleBodyOf(this.document, this.#route(operationId));
  }

  /**
   * Sends the documented body of an operation.
   * @param at values for the braces of its path
   * @param ofStory ids, digests and codes of the story, in the places in which the example has others
   * @throws when it is refused, when its answer is not as documented, or when something else than an id, a digest or a
   *   code would be put in its place
   */
  async send<Body>(
    who: Client,
    operationId: string,
    at: Readonly<Record<string, string>> = {},
    ofStory: object = {},
  ): Promise<Answer<Body>> {
    const { method, path } = this.#route(operationId);
    const body = put(this.bodyOf(operationId), ofStory, operationId);
    const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => at[name] ?? `no-${name}`);
    const sending = { key: randomUUID(), headers: { 'content-type': 'application/json' } };
    let answer = await who.send<Body>(method, address, JSON.stringify(body), sending);
    // What comes before its service has heard all that is on record is sent again, as the answer says.
    for (let tries = 0; answer.status === 503 && tries < 5; tries++)
      answer = await who.send<Body>(method, address, JSON.stringify(body), sending);
    if (answer.status >= 300)
      throw new Error(`${operationId} by ${who.user ?? ''} at ${address}: ${JSON.stringify(answer.body)}`);
    this.#sent.add(operationId);
    const faults = this.#faultsOf(operationId, answer);
    if (faults.length > 0) throw new Error(`${operationId} answers otherwise than documented: ${faults.join()}`);
    return answer;
  }

  /** What the document shows for an upload. */
  get upload(): { readonly path: string; readonly body: string; readonly digest: string; readonly type: string } {
    const { path, operation } = this.#route('uploadFile');
    const [first] = Object.entries(operation.requestBody?.content ?? {});
    const [type, content] = first ?? ['', undefined];
    const digest = operation.parameters?.find(({ name }) => name === 'Repr-Digest')?.schema?.example;
    return { path, body: String(content?.schema.example), digest: String(digest), type };
  }

  /** Marks an operation whose body is no JSON, and was sent as documented. */
  wasSent(operationId: string): void {
    this.#sent.add(operationId);
  }

  /** Every place where an answer is not as the document says of its status. */
  #faultsOf(operationId: string, { status, body }: Answer): readonly string[] {
    const documented = this.#route(operationId).operation.responses[String(status)];
    if (!documented) return [`${String(status)}: unknown`];
    const schema = documented.content?.['application/json']?.schema;
    return schema ? answerFaults(this.document, schema, body) : body ? ['a body: unknown'] : [];
  }

  #route(operationId: string): Route {
    const route = this.#routes.get(operationId);
    if (!route) throw new RangeError(`the document has no ${operationId}`);
    return route;
  }
}

/** An example with some of its values in the story's own. */
function put(example: unknown, own: unknown, at: string): unknown {
  if (typeof own !== 'object' || own === null) {
    if (MADE_BY_THE_WORLD.some((form) => form.test(String(example)) && form.test(String(own)))) return own;
    throw new Error(`${at}: ${String(own)} stands in the place of ${JSON.stringify(example)}`);
  }
  if (Array.isArray(own)) return own.map((entry, index) => put((example as readonly unknown[])[index], entry, at));
  const given = Object.entries(own).map(([name, value]) => [
    name,
    put((example as Readonly<Record<string, unknown>>)[name], value, `${at}/${name}`),
  ]);
  return { ...(example as object), ...(Object.fromEntries(given) as object) };
}
