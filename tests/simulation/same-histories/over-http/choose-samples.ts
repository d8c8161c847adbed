import type { Sample } from './play-again';

/** What a run shows of the procedure: acts that were done, reasons of refusals, and defaults. */
export function kindsIn({ history: { attempts, log } }: Sample): ReadonlySet<string> {
  const tried = attempts.map(({ offer, manner, answer }) =>
    answer.kind === 'refused'
      ? `refused ${answer.reason.code}`
      : `${answer.kind} ${answer.kind === 'done' ? offer.command.type : manner}`,
  );
  const fired = log.flatMap(({ type, cause }) => (cause.kind === 'timer' ? [`silence ${type}`] : []));
  return new Set([...tried, ...fired]);
}

/** The cost of beginning and ending any run. */
const PER_RUN = 30;

/**
 * The cost of playing a run again. The clock is moved to each instant at which something was tried, and stops at each
 * expiry.
 */
const costOf = ({ history: { attempts, log } }: Sample): number =>
  PER_RUN + new Set(attempts.map(({ at }) => at)).size + log.filter(({ cause }) => cause.kind === 'timer').length;

/** Chooses runs that show much in little time: each time the run that adds most for its cost. */
export function chooseSamples(candidates: readonly Sample[], count: number): readonly Sample[] {
  const chosen: Sample[] = [];
  const shown = new Set<string>();
  const gainOf = (sample: Sample): number =>
    [...kindsIn(sample)].filter((kind) => !shown.has(kind)).length / costOf(sample);
  while (chosen.length < Math.min(count, candidates.length)) {
    const [best] = candidates
      .filter((sample) => !chosen.includes(sample))
      .toSorted((one, other) => gainOf(other) - gainOf(one));
    if (!best) break;
    chosen.push(best);
    for (const kind of kindsIn(best)) shown.add(kind);
  }
  return chosen;
}
