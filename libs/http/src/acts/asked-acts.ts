import type { Type } from '@nestjs/common';
import { mayAct, type ActRequirement, type CaseAccess, type MayAct, type PersonCaller } from '@parley/access';
import type { Instant, Refused, Standing } from '@parley/kernel';

/** Which provider to ask about the state, and for which command. */
export interface Asks {
  readonly of: Type<BarsActs>;
  /** Its command, as far as the route says it; each of them where the body says which. */
  readonly commands: readonly SaidOfCommand[];
}

export interface SaidOfCommand {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** Knows the state, and so what bars an act. */
export interface BarsActs {
  /**
   * Reads the state once, for any number of questions of one caller.
   * @param params of the path, each a UUID or a word that is no id
   * @throws ProblemError 404
   */
  openToAsk(params: Params, caller: PersonCaller): Promise<AskedPart>;
}

export type Params = Readonly<Record<string, string>>;

/** A part of a case as acts in it are asked about. */
export interface AskedPart {
  readonly access: CaseAccess;
  /** When its running clocks end. */
  readonly limits: readonly Instant[];
  /** Where the case stands, as far as the caller may know. */
  readonly stands: Standing;
  /**
   * Ids of what stands in it, by the names that paths give them: `callId`, `number/n` where two name it, and `texts/n`
   * where things of several kinds go by that name.
   */
  readonly things: Readonly<Record<string, readonly string[]>>;
  /**
   * Why an act would be refused whatever its body says; `undefined` when nothing stands against it so far.
   * @param said its command, as far as it is known without the body
   */
  bar(said: object, may: MayAct): Refused | undefined;
}

/** A question whether an act may be done, without its body. */
interface AskedAct {
  readonly declared: ActRequirement & { readonly asks?: Asks };
  readonly caller: PersonCaller;
  /** An act sent then would be received then. */
  readonly at: Instant;
  readonly params: Params;
}

/** What bars an act in a part of a case: first that the caller may not act, then what the decider says. */
export function barTo({ access, bar }: Pick<AskedPart, 'access' | 'bar'>, asked: AskedAct): Refused | undefined {
  const { declared, caller, at, params } = asked;
  const may = mayAct(declared, caller, access);
  if (may.kind === 'refused') return may;
  const { caseId: _, ...others } = params;
  const known = { ...others, by: caller.personId, party: caller.party, receivedAt: at };
  const [first, ...more] = (declared.asks?.commands ?? []).map((command) => bar({ ...command, ...known }, may));
  // Where they differ, the body says which counts.
  return more.every((each) => each?.reason.code === first?.reason.code) ? first : undefined;
}
