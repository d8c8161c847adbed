import { CHECKPOINT_PATH, judgeCheckpoint, nodeChecks, type Policy } from '@parley/transparency';
import { NotAsked, named } from '../report/not-asked';
import type { Told } from '../report/told';
import { asPolicyAsks, logAt } from '../sources/log-source';
import { readPolicy, tellCheckpoint, type PolicyPlace } from '../sources/policy-source';
import { readText, textOf } from '../sources/read-file';

/**
 * Judges a checkpoint by the policy: who signed it, and who cosigned.
 * @param file where it lies; when left out the newest one of the server, or that which the policy's witnesses cosigned
 */
export async function verifyCheckpoint(file: string | undefined, place: PolicyPlace, told: Told): Promise<void> {
  const policy = await readPolicy(place, told);
  const note = file === undefined ? await newest(place, policy) : await readText(file);
  tellCheckpoint(await judgeCheckpoint(nodeChecks, policy, note), policy, told);
  told.leaves(
    'Whether its root is that of the entries of the log (parley verify log), and whether it extends an earlier one ' +
      '(parley verify log --since, parley mirror).',
    '检查点的根是否确由日志条目算得（parley verify log），以及是否延伸较早的检查点（parley verify log --since、parley mirror）。',
  );
}

async function newest({ url }: PolicyPlace, policy: Policy): Promise<string> {
  if (url === undefined)
    throw new NotAsked('usage', {
      en: 'give the file of a checkpoint, or the address of the log by --url',
      'zh-Hans': '请给出检查点文件，或以 --url 给出日志的地址',
    });
  const note = await asPolicyAsks(policy, logAt({ url }))(CHECKPOINT_PATH);
  if (!note) throw new NotAsked('not-reachable', named(`${url}/v1/log/${CHECKPOINT_PATH}: 404`));
  return textOf(note, url);
}
