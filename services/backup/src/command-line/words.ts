import type { Language } from '@parley/kernel';

const EN = {
  backup:
    'Back an installation up into a folder, while it runs or not. PARLEY_DATA_DIR and PARLEY_DATABASE_URL name the ' +
    'installation, as for npm start. PARLEY_BACKUP_SECRET (or …_FILE) encrypts its keys into the backup; without it ' +
    'they are left out, and have to be kept apart.',
  to: 'a folder of its own, not there yet or empty',
  restore:
    'Verify a backup and restore it. It is compared with what the witnesses of both sides attested last. One that is ' +
    'older, or differs, is refused.',
  from: 'the folder of the backup',
  verify: 'verify alone, and restore nothing',
  into: 'a data folder, not there yet or empty; PARLEY_DATA_DIR when left out',
  witness: 'public address of a witness, once for each',
  attested: 'file of a checkpoint that was kept elsewhere (/v1/log/attested)',
  policy: 'the keys of the log, kept elsewhere; those in the backup when left out',
  neverAttested: 'there is nothing to compare with, because no witness ever ran',
  keys: 'folder of the keys, where they were kept apart',
  keepStopped: 'restore also what is older or differs, to look at: it does not start',
  help: 'show this help',
  lang: 'language of what is said; that of the terminal when left out',
  step: 'parley',
  failed: 'It could not be done:',
};

/** What the help and the steps say. */
export const SAID: Readonly<Record<Language, typeof EN>> = {
  en: EN,
  'zh-Hans': {
    backup:
      '将系统备份到文件夹，系统运行与否均可。PARLEY_DATA_DIR 和 PARLEY_DATABASE_URL 指明系统，与 npm start 相同。' +
      'PARLEY_BACKUP_SECRET（或 …_FILE）将密钥加密后纳入备份；未设置时不纳入密钥，须另行保存。',
    to: '备份专用的文件夹，尚不存在或为空',
    restore: '查验备份并予以恢复。备份与双方见证方最近见证的内容相比较；较早或者不同的，予以拒绝。',
    from: '备份的文件夹',
    verify: '仅查验，不恢复',
    into: '数据文件夹，尚不存在或为空；省略时为 PARLEY_DATA_DIR',
    witness: '见证方的公开地址，每一见证方一次',
    attested: '在别处保存的检查点文件（/v1/log/attested）',
    policy: '在别处保存的日志公钥；省略时用备份中的公钥',
    neverAttested: '从未运行过见证方，因而没有可比较的内容',
    keys: '另行保存的密钥的文件夹',
    keepStopped: '较早或者不同的备份也予以恢复，仅供查看：不会启动',
    help: '显示此帮助',
    lang: '所用语言；省略时与终端一致',
    step: 'parley',
    failed: '无法办理：',
  },
};
