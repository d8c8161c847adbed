import {
  LogRefused,
  nodeChecks,
  parseCheckpoint,
  parseNote,
  parseSplitView,
  verifySplitView,
} from '@parley/transparency';
import type { Told } from '../report/told';
import { readPolicy, type PolicyPlace } from '../sources/policy-source';
import { readText } from '../sources/read-file';

/**
 * Verifies that a log has shown two pasts, by the proof that a mirror or a side's witness keeps of it.
 * @throws LogRefused `split-unproved`, and for what is wrong with one of its checkpoints
 */
export async function verifySplit(file: string, place: PolicyPlace, told: Told): Promise<void> {
  const split = parseSplitView(await readText(file));
  const { logs } = await readPolicy(place, told);
  const { origin } = parseCheckpoint(parseNote(split.larger).text);
  const log = logs.find(({ key }) => key.name === origin);
  if (!log) throw new LogRefused('log-unknown', origin.slice(0, 100));
  const [smaller, larger] = await verifySplitView(nodeChecks, log.key, split);
  Object.assign(told.found, { origin, smaller: smaller.size, larger: larger.size });
  const sizes = [String(smaller.size), String(larger.size)] as const;
  told.holds(
    `The log ${origin} signed two checkpoints, of ${sizes[0]} and of ${sizes[1]} entries, and the later tree does not ` +
      'extend the earlier one: it has shown two pasts. Nobody without its key can have made that.',
    `日志 ${origin} 签署了两份检查点（${sizes[0]} 个和 ${sizes[1]} 个条目），而较晚的树不是较早的树的延伸：` +
      '该日志显示过两种过去。不持有其私钥者无法作出此证明。',
  );
  told.leaves('Which of the two pasts is the one that was recorded.', '两种过去中何者为实际所记录的。');
}
