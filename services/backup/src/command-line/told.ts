import type { Bilingual } from '@parley/kernel';
import type { Manifest } from '../format/manifest';
import type { VerifiedBackup } from '../verify-backup';

const say = (en: string, zh: string): Bilingual => ({ en, 'zh-Hans': zh });

/** What is said of a backup that was taken. */
export const tellTaken = ({ events, files, log, attested, keys }: Manifest): readonly Bilingual[] => [
  say(
    `The backup is whole: ${String(events)} events, ${String(files)} files.`,
    `备份完整：${String(events)} 个事件，${String(files)} 个文件。`,
  ),
  say(
    `The log has ${String(log?.size ?? 0)} entries; ${String(attested ?? 0)} of them were jointly attested.`,
    `日志有 ${String(log?.size ?? 0)} 个条目；其中 ${String(attested ?? 0)} 个已共同见证。`,
  ),
  keys === 'sealed'
    ? say('The keys are in it, encrypted.', '密钥已加密并纳入备份。')
    : say(
        'The keys are NOT in it (PARLEY_BACKUP_SECRET is not set). Keep their folder apart: nothing starts without.',
        '密钥未纳入备份（未设置 PARLEY_BACKUP_SECRET）。请另行保存密钥文件夹：没有密钥则无法启动。',
      ),
];

/** What is said of a backup that holds. @param hasOwnPolicy whether the keys of the log came from elsewhere */
export function tellVerified(verified: VerifiedBackup, hasOwnPolicy: boolean): readonly Bilingual[] {
  const { manifest, compared, behind } = verified;
  const size = String(manifest.log?.size ?? 0);
  return [
    say(
      `It holds: ${String(manifest.files)} files, ${String(manifest.events)} events and their links, the log of ${size} entries.`,
      `成立：${String(manifest.files)} 个文件，${String(manifest.events)} 个事件及其链接，共 ${size} 个条目的日志。`,
    ),
    behind === undefined
      ? say(
          'Not checked: whether each entry of the log is of its event. That takes the keys.',
          '未查验：日志的每一条目是否对应其事件。此项需要密钥。',
        )
      : say(
          `Each entry of the log is of its event; ${String(behind)} events are in no checkpoint yet.`,
          `日志的每一条目均对应其事件；${String(behind)} 个事件尚不在任何检查点之内。`,
        ),
    comparedWords(compared),
    ...(hasOwnPolicy ? [] : [say('The keys of the log were those in the backup.', '日志的公钥取自备份本身。')]),
  ];
}

function comparedWords(compared: VerifiedBackup['compared']): Bilingual {
  if (!compared) return say('Nothing was attested that it could be compared with.', '没有任何已见证的内容可供比较。');
  const { checkpoint, from, isJoint } = compared.by;
  const [by, zhBy] = isJoint ? ['attested by both sides', '双方共同见证'] : ['signed by the log', '由日志签署'];
  const size = String(checkpoint.size);
  return say(
    `It has all ${size} entries that were ${by} (${from}).`,
    `备份包含${zhBy}的全部 ${size} 个条目（${from}）。`,
  );
}

/** What is said of a restore that ended. */
export function tellRestored(verified: VerifiedBackup, into: string): readonly Bilingual[] {
  const { compared } = verified;
  if (compared?.kind === 'older')
    return [
      say(
        `Restored into ${into}, to look at. It does not start: ${String(compared.missing)} entries that were attested are missing.`,
        `已恢复到 ${into}，仅供查看。该系统不会启动：缺少 ${String(compared.missing)} 个已见证的条目。`,
      ),
    ];
  if (compared?.kind === 'differs')
    return [
      say(
        `Restored into ${into}, to look at. It does not start: its past is another one than what was attested.`,
        `已恢复到 ${into}，仅供查看。该系统不会启动：其所载的过去与已见证的过去不同。`,
      ),
    ];
  return [
    ...tellVerified(verified, true),
    say(`Restored into ${into}, and every row read back.`, `已恢复到 ${into}，并已逐行读回核对。`),
  ];
}
