import type { Bilingual } from '@parley/kernel';
import { WordedError } from '@parley/kernel/worded-error';

/** Why a question could not be put at all. It says nothing of what was to be checked. */
export const HINDRANCES = {
  usage: { en: 'The command does not say what is needed.', 'zh-Hans': '命令缺少所需的内容。' },
  'file-unreadable': { en: 'A file cannot be read.', 'zh-Hans': '无法读取文件。' },
  'file-unwritable': { en: 'A file cannot be written.', 'zh-Hans': '无法写入文件。' },
  'too-large-for-page': {
    en:
      'A page holds each file whole in memory, and takes none over 1 GiB. Run `node verify.mjs`, which has no such ' +
      'bound, or give the folder of the unpacked dossier.',
    'zh-Hans':
      '网页须将每个文件整个载入内存，不接受超过 1 GiB 的文件。请运行 `node verify.mjs`（无此限制），或选入解包后的卷宗文件夹。',
  },
  'not-signed-in': { en: 'No token was given.', 'zh-Hans': '未取得令牌。' },
  'not-reachable': { en: 'The server gave no answer that can be used.', 'zh-Hans': '服务器没有给出可用的答复。' },
} as const satisfies Record<string, Bilingual>;

export type Hindrance = keyof typeof HINDRANCES;

export class NotAsked extends WordedError<Hindrance> {
  override readonly name = 'NotAsked';

  constructor(code: Hindrance, about: Bilingual) {
    super(HINDRANCES, code, about);
  }
}

/** The same word in both languages: a path, an address. */
export const named = (name: string): Bilingual => ({ en: name, 'zh-Hans': name });
