import { createHash } from 'node:crypto';
import type { Instant, PersonId } from '@parley/kernel';
import type { Answer as HttpAnswer, Client, Sending } from '../../../support/client';
import type { Problem } from '../../../support/problem';
import type { History } from '../../history/case-history';
import type { Attempt, Offer } from '../../parties/attempt';
import { Cast } from './cast';
import { drawsOf, recast, type DrawShown } from './draws';
import { otherContent } from './other-content';
import { isAct, type Act, type SpokenAct, type There } from './spoken/spoken-act';
import { spokenFor } from './spoken/spoken-acts';

export type Clients = Readonly<Record<string, Client>>;

/** What was sent for an act. It is the same when the act is sent again. */
interface Request {
  /** The idempotency key of the first sending. */
  readonly key: string;
  readonly client: Client;
  readonly path: string;
  readonly body: object | undefined;
}

/** The one case of a run, done again over HTTP. */
export class CaseToldAgain {
  /** The id of the case there; `undefined` until it is filed. */
  caseId: string | undefined;
  readonly #requests = new Map<Offer, Request>();
  readonly #uploads = new Map<string, string>();
  readonly #cast = new Cast();
  readonly #draws: ReturnType<typeof drawsOf>;
  #recast = 0;

  constructor(
    private readonly clients: Clients,
    history: History,
  ) {
    this.#draws = drawsOf(history);
  }

  /**
   * Does an attempt of the simulation once more.
   * @returns the code of the answer, or `done`; `undefined` where the attempt cannot be made there. That is a used key
   *   with other content for an act without content, or a filing of the same case under another key
   */
  async try(attempt: Attempt): Promise<string | undefined> {
    const { command } = attempt.offer;
    const spoken = isAct(command) ? spokenFor(command) : undefined;
    if (!isAct(command) || !spoken) throw new RangeError(`nobody can say ${command.type}`);
    await this.#seeDraws(attempt.at);
    const request = this.#requests.get(attempt.offer) ?? {
      key: attempt.commandId,
      ...(await this.#requestFor(spoken, command)),
    };
    this.#requests.set(attempt.offer, request);
    if (spoken.makesAnother && request.key !== attempt.commandId) return undefined;
    // Only a key under which something was recorded is a used key.
    const reused = attempt.answer.kind === 'key-reused';
    const body = reused ? otherContent(request.body) : request.body;
    if (reused && body === undefined) return undefined;
    const answer = await request.client.send(
      'POST',
      request.path,
      body && JSON.stringify(body),
      await this.#sendingOf(attempt, spoken, request.client),
    );
    if (command.type === 'FileGrievance' && answer.status < 300)
      this.caseId ??= (answer.body as { readonly id: string }).id;
    return codeOf(answer);
  }

  async #requestFor(spoken: SpokenAct<Act>, act: Act): Promise<Omit<Request, 'key'>> {
    const client = this.#clientOf(act.by);
    const there = this.#there(client);
    return { client, path: spoken.path(act, there), body: await spoken.body?.(act, there) };
  }

  #clientOf(person: PersonId): Client {
    const client = this.clients[this.#cast.userOf(person)];
    if (!client) throw new RangeError(`nobody plays ${person}`);
    return client;
  }

  #there(client: Client): There {
    const path = `/v1/cases/${this.caseId ?? ''}`;
    return {
      path,
      user: (person) => this.#cast.userOf(person),
      read: async <Body>(below: string) => {
        const { status, body } = await client.get<Body>(`${path}/${below}`);
        return status === 200 ? body : undefined;
      },
      upload: async (name, text) => {
        const uploadId = this.#uploads.get(name) ?? (await uploaded(client, text));
        this.#uploads.set(name, uploadId);
        return uploadId;
      },
    };
  }

  async #sendingOf(attempt: Attempt, spoken: SpokenAct<Act>, client: Client): Promise<Sending> {
    const { withoutRevision } = spoken;
    const revision = revisionNamed(
      attempt,
      typeof withoutRevision === 'function'
        ? withoutRevision(attempt.offer.command as Act)
        : (withoutRevision ?? false),
    );
    return {
      key: attempt.commandId,
      ...(revision === undefined
        ? {}
        : { ifMatch: `"${String(revision)}${await this.#factsShown(attempt.offer, client)}"` }),
      headers: spoken.body ? { 'content-type': 'application/json' } : {},
    };
  }

  /**
   * The number of facts of others that are shown to the caller, as in an `ETag`. The simulation names them by itself.
   */
  async #factsShown({ desk }: Offer, client: Client): Promise<string> {
    const part = SHOWN_AT[desk];
    if (part === undefined) return '';
    const { etag } = await client.get(`/v1/cases/${this.caseId ?? ''}/${part}`);
    return /\.\d+(?="$)/.exec(etag ?? '')?.[0] ?? '';
  }

  async #seeDraws(at: Instant): Promise<void> {
    const draws = this.#draws.filter((draw) => draw.at <= at);
    if (draws.length === this.#recast) return;
    const { draws: there } = await this.#clientOf('a-registry' as PersonId).read<{
      readonly draws: readonly DrawShown[];
    }>(`/v1/cases/${this.caseId ?? ''}/panel/draws`);
    this.#recast = recast(this.#cast, draws, there, this.#recast);
  }
}

/** The path below that of the case which shows the facts of others on which an act is decided, by desk. */
const SHOWN_AT: Partial<Readonly<Record<Offer['desk'], string>>> = {
  panel: 'panel',
  deliberation: 'panel/votes',
  evidence: 'exhibits',
  settlement: 'settlement',
  referral: 'referral',
};

/** A revision that nothing has reached. */
const FAR = 99_999;

/**
 * The revision that an attempt names over HTTP. A revision before the first event cannot be named. Some callers can
 * name none, because any revision that they name counts as stale (I-43). An attempt that was stale here names one that
 * is stale there.
 */
function revisionNamed({ ifRevision, answer }: Attempt, withoutRevision: boolean): number | undefined {
  if (ifRevision === undefined) return undefined;
  if (answer.kind === 'stale') return ifRevision < 0 ? FAR : ifRevision;
  return withoutRevision || ifRevision < 0 ? undefined : ifRevision;
}

async function uploaded(client: Client, text: string): Promise<string> {
  const bytes = Uint8Array.from(Buffer.from(text));
  const digest = createHash('sha256').update(bytes).digest('base64');
  const headers = { 'content-type': 'application/octet-stream', 'repr-digest': `sha-256=:${digest}:` };
  const answer = await client.send<{ readonly uploadId: string }>('POST', '/v1/uploads', bytes, { headers });
  if (answer.status !== 201) throw new Error(`upload: ${String(answer.status)} ${JSON.stringify(answer.body)}`);
  return answer.body.uploadId;
}

const codeOf = ({ status, body }: HttpAnswer): string => (status < 300 ? 'done' : (body as Problem).code);
