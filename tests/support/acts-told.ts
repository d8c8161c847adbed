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
  /** The part of a case that tells of an act, as far as any told of it. */
  readonly #partOf = new Map<string, string>();
  /** Cases in which something was done since they were read. */
  readonly #changed = new Set<string>();

  /** Reads what is said before anything is tried. */
  async before(client: Client, { caseId, operationId }: Omit<Tried, 'path' | 'answer'>): Promise<void> {
    await this.#of(client, caseId, operationId);
  }

  /** The faults of what had been said. Where something was done since it was read, it is asked again. */
  async faultsOf(client: Client, tried: Tried): Promise<readonly string[]> {
    const { caseId, operationId, answer } = tried;
    const first = this.#fault(await this.#of(client, caseId, operationId), tried);
    const isChanged = this.#changed.has(caseId);
    if (answer.status < 300) this.#changed.add(caseId);
    if (first === undefined) return [];
    if (answer.status < 300) return isChanged ? [] : [first];
    for (const part of this.#partsOf(operationId)) this.#told.delete(keyOf(client, caseId, part));
    return [this.#fault(await this.#of(client, caseId, operationId), tried) ?? []].flat();
  }

  #fault(told: readonly ActTold[], { operationId, path, answer }: Tried): string | undefined {
    const ofAct = told.filter(({ act }) => act === operationId);
    const said = ofAct.find((each) => each.path === path);
    // An act on things stands once for each on which it may be done, and on no other may it be.
    if (!said && ofAct.length > 0 && answer.status < 300) return `${operationId}: done on ${path}, which is not named`;
    if (!said?.problem || OF_THE_BODY.includes(answer.status)) return undefined;
    const { code } = answer.body as Partial<Problem>;
    if (answer.status >= 300 && code === said.problem.code) this.foretold++;
    else return `${operationId}: ${String(answer.status)} ${String(code)}, and was said to be ${said.problem.code}`;
    return undefined;
  }

  #partsOf(operationId: string): readonly string[] {
    const part = this.#partOf.get(operationId);
    return part === undefined ? PARTS : [part];
  }

  async #of(client: Client, caseId: string, operationId: string): Promise<readonly ActTold[]> {
    const parts = this.#partsOf(operationId).map((part) => {
      const key = keyOf(client, caseId, part);
      const told = this.#told.get(key) ?? this.#read(client, caseId, part);
      this.#told.set(key, told);
      return told;
    });
    return (await Promise.all(parts)).flat();
  }

  async #read(client: Client, caseId: string, part: string): Promise<readonly ActTold[]> {
    const { status, body } = await client.get(`/v1/cases/${caseId}${part}/acts`);
    const told = status === 200 ? (body as { items: readonly ActTold[] }).items : [];
    for (const { act } of told) this.#partOf.set(act, part);
    return told;
  }
}

const keyOf = (client: Client, caseId: string, part: string): string => `${caseId}${part} ${String(client.user)}`;
