import {
  isOnTheLogsMachine,
  NO_QUORUM,
  toBase64,
  type JudgedCheckpoint,
  type Policy,
} from '@parley/transparency/offline';
import type { Told } from './told';

/** Tells what a policy leaves open, whoever keeps it. */
export function tellOpen(policy: Policy, told: Told): void {
  if (policy.quorum === NO_QUORUM)
    told.leaves(
      'Whether the log shows everybody the same: the policy asks for no witness (quorum none).',
      '日志向所有人显示的内容是否相同：策略文件不要求任何见证方（quorum none）。',
    );
  else if (askedOfEach(policy) === undefined)
    told.leaves(
      `Whether both sides have cosigned it: the policy asks for ${policy.quorum}, and not for each of two witnesses.`,
      `双方是否均已副署：策略文件要求的是 ${policy.quorum}，而非两个见证方各自副署。`,
    );
  if (policy.witnesses.some(({ url }) => url !== undefined && isOnTheLogsMachine(url)))
    told.leaves(
      'Whether the witnesses are apart from the log: the policy has one on the machine of the log, where it proves ' +
        'nothing.',
      '见证方是否独立于日志：策略文件中有见证方与日志同处一台机器，在该处它不能证明任何事项。',
    );
}

/** Tells of a checkpoint whose signatures hold. */
export function tellCheckpoint({ checkpoint, cosigned }: JudgedCheckpoint, policy: Policy, told: Told): void {
  const { origin, size, root } = checkpoint;
  const witnesses = cosigned.map(({ witness }) => witness);
  Object.assign(told.found, { origin, size, root: toBase64(root), witnesses });
  told.holds(
    `The checkpoint of ${origin}, of ${String(size)} entries, is signed by the key of the log.`,
    `日志 ${origin} 的检查点（${String(size)} 个条目）由该日志的公钥签署。`,
  );
  const both = askedOfEach(policy);
  if (both !== undefined) {
    told.found['jointlyAttested'] = true;
    told.holds(
      `It is jointly attested: ${both.join(' and ')} have each cosigned it, as the policy asks.`,
      `它经共同见证：${both.join('、')}均已副署，符合策略文件的要求。`,
    );
  } else if (witnesses.length > 0)
    told.holds(
      `It is cosigned by ${witnesses.join(', ')}, as the policy asks.`,
      `由 ${witnesses.join('、')} 共同签署，符合策略文件的要求。`,
    );
}

/** The witnesses of which a policy asks each to have cosigned; `undefined` where it asks for fewer than two of them. */
export const askedOfEach = ({ groups, quorum }: Policy): readonly string[] | undefined =>
  groups.find(({ name, least, members }) => name === quorum && least === members.length && least > 1)?.members;
