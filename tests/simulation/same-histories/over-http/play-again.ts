import { millisOf, type Instant } from '@parley/kernel';
import { Client } from '../../../support/client';
import { clientsOf } from '../../../support/clients-of';
import type { Problem } from '../../../support/problem';
import type { History } from '../../history/case-history';
import type { Attempt } from '../../parties/attempt';
import { answerApart } from './answer-apart';
import { CaseToldAgain, type Clients } from './case-told-again';
import { partOf, USERS } from './cast';
import { historyApart } from './history-apart';

/** A run of one case. */
export interface Sample {
  readonly seed: number;
  readonly history: History;
}

/**
 * The clock may be so far ahead of an act of the simulation when that is done again, because it ticks on while others
 * act.
 */
const MOST_AHEAD_MS = 2 * 60_000;

/** A run there, with its differences: answers first, then what the auditor reads. */
interface Run extends Sample {
  readonly there: CaseToldAgain;
  readonly apart: string[];
}

/**
 * Plays the acts of all samples again, in the order of their instants, on a Parley whose demonstration clock stands
 * before them.
 * @returns the differences of each run, by its seed; empty when the run is the same there
 * @throws Error with the seed when an act cannot be done there at all
 */
export async function playAgain(
  url: string,
  samples: readonly Sample[],
): Promise<ReadonlyMap<number, readonly string[]>> {
  const clients = await clientsOf(url, ...USERS, 'us-auditor', 'cn-auditor');
  const clock = new MovedClock(await Client.as(url, 'operator'));
  await listMembers(clients, samples[0]);
  const runs = samples.map((sample): Run => ({
    ...sample,
    there: new CaseToldAgain(clients, sample.history),
    apart: [],
  }));
  for (const { run, attempt } of inOrder(runs)) {
    await clock
      .moveTo(attempt.at)
      .then(() => tryThere(run, attempt))
      .catch((error: unknown) => {
        throw new Error(`seed ${String(run.seed)}, ${attempt.at} ${attempt.offer.command.type}: ${String(error)}`, {
          cause: error,
        });
      });
  }
  await clock.moveTo(
    samples
      .map(({ history }) => history.playedTo)
      .toSorted()
      .at(-1),
  );
  for (const { there, history, apart } of runs) apart.push(...(await historyApart(clients, there.caseId, history)));
  return new Map(runs.map(({ seed, apart }) => [seed, apart]));
}

async function tryThere({ there, apart }: Run, attempt: Attempt): Promise<void> {
  const answer = await there.try(attempt);
  if (answer !== undefined) apart.push(...answerApart(attempt, answer));
}

/** Acts that are done again one by one. The registers, which are the same in every run, are filled before. */
export const actsIn = ({ attempts }: Sample['history']): readonly Attempt[] =>
  attempts.filter(({ offer }) => offer.desk !== 'roster' && offer.desk !== 'watchlist');

const inOrder = (runs: readonly Run[]): readonly { readonly run: Run; readonly attempt: Attempt }[] =>
  runs
    .flatMap((run) => actsIn(run.history).map((attempt) => ({ run, attempt })))
    .toSorted((one, other) => (one.attempt.at < other.attempt.at ? -1 : Number(one.attempt.at > other.attempt.at)));

/** The rosters are the same in every run. */
async function listMembers(clients: Clients, sample: Sample | undefined): Promise<void> {
  for (const { offer } of sample?.history.attempts ?? []) {
    if (offer.desk !== 'roster') continue;
    const { type, by, roster } = offer.command;
    const client = clients[partOf(by)?.user ?? ''];
    if (type === 'AcceptPlace') await client?.act(`/v1/rosters/${roster}/acceptances`);
    if (type !== 'ListMember') continue;
    const { member } = offer.command;
    await client?.act(`/v1/rosters/${roster}/members`, { ...member, personId: partOf(member.personId)?.user });
  }
}

/** The demonstration clock, moved from act to act. */
class MovedClock {
  #last: Instant | undefined;

  constructor(private readonly operator: Client) {}

  /** @throws Error when the clock is already too far ahead for an act of that instant to mean the same */
  async moveTo(to: Instant | undefined): Promise<void> {
    if (to === undefined || to === this.#last) return;
    this.#last = to;
    const answer = await this.operator.post<Partial<Problem>>('/v1/demonstration-clock', { to });
    if (answer.status === 200) return;
    if (answer.body.code !== 'clock-goes-forward-only')
      throw new Error(`the clock does not move: ${JSON.stringify(answer.body)}`);
    const { now } = await this.operator.read<{ readonly now: Instant }>('/v1/demonstration-clock');
    if (millisOf(now) - millisOf(to) > MOST_AHEAD_MS)
      throw new Error(`it is ${now} already, and the act was done at ${to}`);
  }
}
