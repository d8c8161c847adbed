import {
  judgeCheckpoint,
  LogRefused,
  nodeChecks,
  TiledTree,
  verifyConsistency,
  verifyLog,
  type JudgedCheckpoint,
  type Policy,
  type ReadLogFile,
} from '@parley/transparency';
import type { Told } from '../report/told';
import { usable } from '../report/unusable';
import { asPolicyAsks, logAt } from '../sources/log-source';
import { readPolicy, tellCheckpoint, type PolicyPlace } from '../sources/policy-source';
import { readText } from '../sources/read-file';

export interface LogToVerify extends PolicyPlace {
  /** File of an earlier checkpoint, which the log has to extend. */
  readonly since?: string | undefined;
}

/** Verifies a whole log, from its entries up to the root of its checkpoint, out of a folder or from a server. */
export async function verifyWholeLog({ since, ...place }: LogToVerify, told: Told): Promise<void> {
  const files = logAt(place);
  const policy = await readPolicy(place, told);
  const read = asPolicyAsks(policy, files);
  const judged = await verifyLog(nodeChecks, policy, read);
  tellLog(judged, policy, told);
  if (since !== undefined) await extendsEarlier(since, { read, policy, judged }, told);
  told.leaves(
    'What the entries stand for: each is a digest that says nothing to who has not the event and its salt ' +
      '(parley verify proof, parley verify docket).',
    '各条目所代表的内容：每个条目是一个摘要，不持有该事件及其盐值者无从得知（parley verify proof、parley verify docket）。',
  );
}

/** Tells of a log that was hashed again. */
export function tellLog(judged: JudgedCheckpoint, policy: Policy, told: Told): void {
  tellCheckpoint(judged, policy, told);
  const size = String(judged.checkpoint.size);
  told.holds(
    `Its ${size} entries and every hash above them give the root that was signed.`,
    `其 ${size} 个条目及其上各层哈希算得所签署的根。`,
  );
}

interface VerifiedLog {
  readonly read: ReadLogFile;
  readonly policy: Policy;
  readonly judged: JudgedCheckpoint;
}

async function extendsEarlier(since: string, { read, policy, judged }: VerifiedLog, told: Told): Promise<void> {
  const judgedEarlier = async () => judgeCheckpoint(nodeChecks, policy, await readText(since));
  const { checkpoint: earlier } = await usable(judgedEarlier);
  const { checkpoint: newest } = judged;
  if (earlier.origin !== newest.origin) throw new LogRefused('origin-differs', earlier.origin);
  const sizes = `${String(earlier.size)} to ${String(newest.size)}`;
  if (earlier.size > newest.size) throw new LogRefused('consistency-fails', sizes);
  const proof = await new TiledTree(read, newest.size, nodeChecks.digest).consistency(earlier.size);
  await verifyConsistency(nodeChecks.digest, earlier, newest, proof);
  told.found['since'] = earlier.size;
  told.holds(
    `It extends the earlier checkpoint of ${String(earlier.size)} entries: nothing of it was changed or taken out.`,
    `它延伸较早的检查点（${String(earlier.size)} 个条目）：其中没有任何内容被更改或移除。`,
  );
}
