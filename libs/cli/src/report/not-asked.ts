import type { Bilingual } from '@parley/kernel';

/** Why a question could not be put at all. It says nothing of what was to be checked. */
export const HINDRANCES = {
  usage: { en: 'The command does not say what is needed.', 'zh-Hans': '命令缺少所需的内容。' },
  'file-unreadable': { en: 'A file cannot be read.', 'zh-Hans': '无法读取文件。' },
  'file-unwritable': { en: 'A file cannot be written.', 'zh-Hans': '无法写入文件。' },
  'not-signed-in': { en: 'No token was given.', 'zh-Hans': '未取得令牌。' },
  'not-reachable': { en: 'The server gave no answer that can be used.', 'zh-Hans': '服务器没有给出可用的答复。' },
} as const satisfies Record<string, Bilingual>;

export type Hindrance = keyof typeof HINDRANCES;

export class NotAsked extends Error {
  override readonly name = 'NotAsked';

  constructor(
    readonly code: Hindrance,
    readonly about: Bilingual,
  ) {
    super(`${HINDRANCES[code].en} (${about.en})`);
  }

  get words(): Bilingual {
    const { en, 'zh-Hans': zh } = HINDRANCES[this.code];
    return { en: `${en} (${this.about.en})`, 'zh-Hans': `${zh}（${this.about['zh-Hans']}）` };
  }
}

/** The same word in both languages: a path, an address. */
export const named = (name: string): Bilingual => ({ en: name, 'zh-Hans': name });
