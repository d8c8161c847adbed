import type { Bilingual } from '@parley/kernel';
import { WordedError } from '@parley/kernel/worded-error';

/** Why something is not done, or is not what it should be. Programs keep to the codes. */
export const BACKUP_REFUSALS = {
  'folder-in-use': {
    en: 'The folder is not empty. A backup, and what is restored, gets a folder of its own.',
    'zh-Hans': '文件夹不为空。备份以及恢复的内容须置于各自的文件夹。',
  },
  'nothing-here': {
    en: 'This is no data folder of an installation that keeps its own files.',
    'zh-Hans': '这不是自行保存文件的系统的数据文件夹。',
  },
  'database-in-use': {
    en: 'The database has tables of an installation already. A restore takes an empty database only.',
    'zh-Hans': '数据库已有某一系统的表。只能恢复到空的数据库。',
  },
  unfinished: {
    en: 'This is no whole backup: it has no manifest, as one that ended in the middle.',
    'zh-Hans': '这不是完整的备份：没有清单，如同中途停止的备份。',
  },
  'manifest-malformed': {
    en: 'The manifest cannot be read by this version.',
    'zh-Hans': '本版本无法读取该清单。',
  },
  'file-missing': { en: 'A file of the backup is missing.', 'zh-Hans': '备份缺少一个文件。' },
  'file-altered': {
    en: 'A file is not the one that was written.',
    'zh-Hans': '一个文件与写入时不符。',
  },
  'file-unnamed': {
    en: 'The backup has a file that it does not name.',
    'zh-Hans': '备份含有其未列明的文件。',
  },
  'chain-broken': {
    en: 'An event is not as it was recorded, or does not follow the one before it.',
    'zh-Hans': '一个事件与记录时不符，或者不能接续前一事件。',
  },
  'log-differs': {
    en: 'The transparency log is not the one that was signed, or is not of these events.',
    'zh-Hans': '透明日志与所签署的不符，或者并非这些事件的日志。',
  },
  'not-compared': {
    en:
      'Nothing says what both sides attested last. Name their witnesses (--witness) or a checkpoint that they ' +
      'cosigned (--attested): a backup alone cannot show that it is not too old.',
    'zh-Hans':
      '没有任何内容说明双方最近共同见证了什么。请指明双方的见证方（--witness）或其副署的检查点（--attested）：仅凭备份本身不能表明其并非过旧。',
  },
  'attested-unread': {
    en: 'A jointly attested checkpoint could not be had.',
    'zh-Hans': '无法取得共同见证的检查点。',
  },
  older: {
    en: 'The backup is older than what was attested. It must not go on as if nothing were missing.',
    'zh-Hans': '备份早于已见证的内容。不得如同毫无缺失一般继续运行。',
  },
  differs: {
    en: 'The backup has another past than the one that was attested.',
    'zh-Hans': '备份所载的过去与已见证的过去不同。',
  },
  'other-version': {
    en: 'The backup was taken by another version of Parley. Restore it with that one, and upgrade then.',
    'zh-Hans': '该备份由另一版本的 Parley 制作。请以该版本恢复，然后升级。',
  },
  'keys-sealed': {
    en: 'The keys in the backup do not open by this secret (PARLEY_BACKUP_SECRET).',
    'zh-Hans': '无法以此密语（PARLEY_BACKUP_SECRET）打开备份中的密钥。',
  },
  'keys-apart': {
    en: 'The backup has no keys. Name the folder in which they are kept apart (--keys).',
    'zh-Hans': '备份中没有密钥。请指明另行保存密钥的文件夹（--keys）。',
  },
  'rows-differ': {
    en: 'What the database gives back is not what the backup has.',
    'zh-Hans': '数据库所返回的内容与备份不符。',
  },
} as const satisfies Record<string, Bilingual>;

export type BackupRefusal = keyof typeof BACKUP_REFUSALS;

/** Why there is no backup, or no restore. */
export class BackupRefused extends WordedError<BackupRefusal> {
  override readonly name = 'BackupRefused';

  /** @param about a file, a stream, numbers */
  constructor(code: BackupRefusal, about: string | Bilingual) {
    super(BACKUP_REFUSALS, code, about);
  }
}
