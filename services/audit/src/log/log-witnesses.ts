import type { SideWitness } from '@parley/http';
import type { PartyCode } from '@parley/kernel';
import { isOnTheLogsMachine, nodeChecks, parseKey, type NoteKey } from '@parley/transparency';

/** The witness of a side, with its key as it verifies. */
export interface LogWitness extends SideWitness {
  readonly noteKey: NoteKey;
}

/** @throws LogRefused for what is no key of a witness */
export const openWitnesses = (witnesses: readonly SideWitness[]): Promise<readonly LogWitness[]> =>
  Promise.all(
    witnesses.map(async ({ key, ...each }) => ({ ...each, key, noteKey: await parseKey(nodeChecks.digest, key) })),
  );

/** How a side's witness is called in the policy of the log. */
const nameOf = (party: PartyCode): string => party.toLowerCase();

/** Of the policy of the log the lines on its witnesses, and whose cosignatures it asks for (C2SP tlog-policy). */
export function witnessLines(witnesses: readonly SideWitness[]): readonly string[] {
  if (witnesses.length === 0)
    return [
      '# This log names no witness, so that a checkpoint is signed by the log alone.',
      '# 本日志未指明任何见证方，检查点仅由日志签署。',
      'quorum none',
    ];
  const names = witnesses.map(({ party }) => nameOf(party));
  return [
    '# The witness of each side. What both have cosigned is jointly attested.',
    '# 各方的见证方。双方均已副署的检查点为共同见证的检查点。',
    ...(witnesses.some(({ url }) => isOnTheLogsMachine(url))
      ? [
          '# Here they prove nothing: a witness on the machine of the log is in the hands of who keeps the log.',
          '# 在本系统中它们不能证明任何事项：与日志同处一台机器的见证方由日志保管者掌握。',
        ]
      : []),
    ...witnesses.map(({ party, key, url }) => `witness ${nameOf(party)} ${key} ${url}`),
    `group both all ${names.join(' ')}`,
    'quorum both',
  ];
}
