import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { CONTACT } from '../../support/constructed';
import type { SeededRandom } from '../seeded-random';
import { until } from '../until';
import type { Act } from './act';
import type { ActLedger } from './act-ledger';
import { playCase, type Player } from './case-story';
import { KnownClients } from './known-clients';
import {
  PATIENCE,
  sendUntilAcknowledged,
  type Acknowledged,
  type Patience,
  type Sendable,
} from './send-until-acknowledged';

export interface LoadOptions {
  readonly url: string;
  readonly ledger: ActLedger;
  readonly random: SeededRandom;
  /** Cases that are worked on at the same time. */
  readonly lanes: number;
  /** Milliseconds that each lane rests between two acts, so that the load is steady and not the highest possible. */
  readonly restMs: number;
  /** The instant at which demonstration time stands. */
  readonly now: () => string;
  readonly patience?: Patience;
}

/** Works on cases for both sides, one after the other in each lane, until it is paused. */
export class SteadyLoad {
  readonly #options: LoadOptions;
  readonly #clients: KnownClients;
  #running: readonly Promise<void>[] = [];
  #paused = true;
  #resumed = 0;

  constructor(options: LoadOptions) {
    this.#options = options;
    this.#clients = new KnownClients(options.url);
  }

  resume(): void {
    const { random, lanes } = this.#options;
    this.#paused = false;
    this.#resumed += 1;
    this.#running = Array.from({ length: lanes }, (_, lane) =>
      this.#work(random.branch(`${String(this.#resumed)} ${String(lane)}`), lane % 2 === 0),
    );
  }

  /** Resolves when the acts that were begun are acknowledged, or have failed. */
  async pause(): Promise<void> {
    this.#paused = true;
    await Promise.all(this.#running);
  }

  async #work(random: SeededRandom, inIntakeAlone: boolean): Promise<void> {
    const player = this.#player();
    while (!this.#paused) {
      try {
        await playCase(player, random, inIntakeAlone);
      } catch {
        // The ledger has the act that failed. The rest of the story would be refused.
        await sleep(this.#options.restMs);
      }
    }
  }

  #player(): Player {
    return {
      now: this.#options.now,
      file: (desk, grievance) => this.#file(desk, grievance),
      upload: (desk, bytes) => this.#upload(desk, bytes),
      act: async (caseId, act) => {
        const key = randomUUID();
        const { again } = await this.#send(act, key);
        this.#options.ledger.acknowledge({ ...act, key, caseId, again });
      },
    };
  }

  async #file(user: string, grievance: object): Promise<string> {
    const checked = await this.#untilAcknowledged({
      user,
      path: '/v1/grievances/checks',
      body: { grievance, contact: CONTACT },
      key: randomUUID(),
    });
    const { digest } = checked.answer.body as { readonly digest: string };
    const act: Act = {
      user,
      path: '/v1/cases',
      body: { grievance, contact: CONTACT, certification: { digest } },
      event: 'intake GrievanceFiled',
    };
    const key = randomUUID();
    const { answer, again } = await this.#send(act, key);
    const filed = answer.body as { readonly id: string; readonly receipt: { readonly number: string } };
    this.#options.ledger.acknowledge({ ...act, key, caseId: filed.id, again, receipt: filed.receipt.number });
    return filed.id;
  }

  /** An upload is no act. An act refers to a finished upload, and an upload without such an act has no effect. */
  async #upload(user: string, bytes: Uint8Array<ArrayBuffer>): Promise<{ uploadId: string; digest: string }> {
    const { answerMs, giveUpMs } = this.#patience;
    const hash = createHash('sha256').update(bytes).digest();
    const headers = {
      'content-type': 'application/octet-stream',
      'repr-digest': `sha-256=:${hash.toString('base64')}:`,
    };
    return until('the upload to be taken', giveUpMs, async () => {
      const answer = await (
        await this.#clients.of(user)
      ).send<{ uploadId: string }>('POST', '/v1/uploads', bytes, { headers, timeoutMs: answerMs });
      if (answer.status === 401) this.#clients.forget(user);
      return answer.status === 201 ? { uploadId: answer.body.uploadId, digest: hash.toString('hex') } : undefined;
    });
  }

  async #send(act: Act, key: string): Promise<Acknowledged> {
    try {
      return await this.#untilAcknowledged({ ...act, key });
    } catch (failure) {
      this.#options.ledger.fail({ ...act, key, why: failure instanceof Error ? failure.message : String(failure) });
      throw failure;
    }
  }

  async #untilAcknowledged(request: Sendable): Promise<Acknowledged> {
    const acknowledged = await sendUntilAcknowledged(this.#clients, request, this.#patience);
    await sleep(this.#options.restMs);
    return acknowledged;
  }

  get #patience(): Patience {
    return this.#options.patience ?? PATIENCE;
  }
}
