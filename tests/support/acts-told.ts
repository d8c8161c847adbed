import type { Answer, Client } from './client';
import type { Problem } from './problem';

/** An act as its part of a case tells it. */
interface ActTold {
  readonly act: string;
  readonly path: string;
  readonly may: boolean;
  readonly problem?: Problem;
}

/** An act that was tried. */
interface Tried {
  readonly caseId: string;
  readonly operationId: string;
  readonly path: string;
  readonly answer: Answer;
}

const PARTS = ['', '/panel', '/evidence', '/referral'];

/** Answers that come before any rule is asked: a body that is none, or has faults of its own. */
const OF_THE_BODY: readonly number[] = [400, 413, 415, 422];

/** Holds what `acts` says of each act against what the act answers. */
export class ActsTold {
  /** How many refusals were foretold and met. */
  foretold = 0;
  readonly #told = new Map<string, Promise<readonly ActTold[]>>();
  /** Cases in which something was done since they were read. */
  readonly #changed = new Set<string>();

  /** Reads what is said before anything is tried. */
  async before(client: Client, caseId: string): Promise<void> {
    await this.#of(client, caseId);
  }

  /** The faults of what had been said. Where something was done since it was read, it is asked again. */
  async faultsOf(client: Client, tried: Tried): Promise<readonly string[]> {
    const { caseId, answer } = tried;
    const first = this.#fault(await this.#of(client, caseId), tried);
    const isChanged = this.#changed.has(caseId);
    if (answer.status < 300) this.#changed.add(caseId);
    if (first === undefined) return [];
    if (answer.status < 300) return isChanged ? [] : [first];
    this.#told.delete(keyOf(client, caseId));
    return [this.#fault(await this.#of(client, caseId), tried) ?? []].flat();
  }

  #fault(told: readonly ActTold[], { operationId, path, answer }: Tried): string | undefined {
    const said = told.find((each) => each.act === operationId && each.path === path);
    if (!said?.problem || OF_THE_BODY.includes(answer.status)) return undefined;
    const { code } = answer.body as Partial<Problem>;
    if (answer.status >= 300 && code === said.problem.code) this.foretold++;
    else return `${operationId}: ${String(answer.status)} ${String(code)}, and was said to be ${said.problem.code}`;
    return undefined;
  }

  #of(client: Client, caseId: string): Promise<readonly ActTold[]> {
    const key = keyOf(client, caseId);
    const told = this.#told.get(key) ?? this.#read(client, caseId);
    this.#told.set(key, told);
    return told;
  }

  async #read(client: Client, caseId: string): Promise<readonly ActTold[]> {
    const parts = PARTS.map(async (part) => {
      const { status, body } = await client.get(`/v1/cases/${caseId}${part}/acts`);
      return status === 200 ? (body as { items: readonly ActTold[] }).items : [];
    });
    return (await Promise.all(parts)).flat();
  }
}

const keyOf = (client: Client, caseId: string): string => `${caseId} ${String(client.user)}`;
