import type { Language } from '@parley/kernel';
import type { ExitCode } from '../report/answer';
import type { Output } from './output';

/** One call of the command. */
export interface Invocation {
  readonly lang: Language;
  readonly output: Output;
  /** Takes the exit code. */
  readonly end: (code: ExitCode) => void;
}

interface Words {
  readonly parley: string;
  readonly help: string;
  readonly lang: string;
  readonly json: string;
  /** The headings of a help, which the library for command lines has in English. */
  readonly titles: Readonly<Record<string, string>>;
}

/** What the help of every command says. */
export const SAID: Readonly<Record<Language, Words>> = {
  en: {
    parley:
      'Checks what Parley hands out, and keeps a copy of its public log, without trusting whoever runs it. ' +
      'Exit code: 0 when it holds, 1 when it does not, 2 when it could not be asked.',
    help: 'show this help',
    lang: 'language of what is said; that of the terminal when left out',
    json: 'answer as JSON, for programs: holds, code, because, checked, unchecked, found',
    titles: {},
  },
  'zh-Hans': {
    parley:
      '查验 Parley 所出具的内容，并保存其公开日志的副本，无需信任运行方。退出码：0 为成立，1 为不成立，2 为无法查验。',
    help: '显示此帮助',
    lang: '所用语言；省略时与终端一致',
    json: '以 JSON 答复，供程序使用：holds、code、because、checked、unchecked、found',
    titles: {
      'Usage:': '用法：',
      'Arguments:': '参数：',
      'Options:': '选项：',
      'Global Options:': '通用选项：',
      'Commands:': '命令：',
    },
  },
};
