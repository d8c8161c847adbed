import type { Checks } from '../checks';
import { parseCheckpoint, type Checkpoint } from '../checkpoint/checkpoint';
import { LogRefused } from '../log-refused';
import { openNote } from '../note/open-note';
import { parseNote } from '../note/parse-note';
import { NO_QUORUM, type Policy } from './parse-policy';

/** A witness whose cosignature holds. */
export interface Cosigned {
  /** Its name in the policy. */
  readonly witness: string;
  /** Seconds since 1970 that it names. */
  readonly time: number;
}

export interface JudgedCheckpoint {
  readonly checkpoint: Checkpoint;
  readonly cosigned: readonly Cosigned[];
}

/**
 * Judges a checkpoint by a policy: a log that it knows signed it, and so did the witnesses that its quorum asks for.
 * @throws LogRefused what `openNote` and `parseCheckpoint` throw; `log-unknown`, `signature-missing`,
 * `quorum-missing`
 */
export async function judgeCheckpoint(checks: Checks, policy: Policy, note: string): Promise<JudgedCheckpoint> {
  const checkpoint = parseCheckpoint(parseNote(note).text);
  const logs = policy.logs.filter(({ key }) => key.name === checkpoint.origin).map(({ key }) => key);
  if (logs.length === 0) throw new LogRefused('log-unknown', checkpoint.origin.slice(0, 100));
  const { signedBy } = await openNote(checks, note, [...logs, ...policy.witnesses.map(({ key }) => key)]);
  const log = signedBy.find(({ key }) => logs.includes(key));
  if (!log) throw new LogRefused('signature-missing', checkpoint.origin);
  const cosigned = policy.witnesses.flatMap(({ name, key }): readonly Cosigned[] => {
    const time = signedBy.find((each) => each.key === key)?.time;
    return time === undefined ? [] : [{ witness: name, time }];
  });
  if (!reaches(policy, cosigned)) throw new LogRefused('quorum-missing', policy.quorum);
  return { checkpoint, cosigned };
}

/** Groups name only what stands before them, so one pass in their order decides. */
function reaches({ groups, quorum }: Policy, cosigned: readonly Cosigned[]): boolean {
  const holding = new Set(cosigned.map(({ witness }) => witness));
  for (const { name, least, members } of groups)
    if (members.filter((member) => holding.has(member)).length >= least) holding.add(name);
  return quorum === NO_QUORUM || holding.has(quorum);
}
