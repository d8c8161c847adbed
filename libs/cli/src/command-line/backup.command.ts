import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Command } from 'commander';
import type { ExitCode } from '../report/answer';
import type { Invocation } from './invocation';

const SAID = {
  en: {
    backup: 'Back up the installation on this machine. --help has its options.',
    restore: 'Verify a backup, and restore it unless it is older than what both sides attested. --help has more.',
  },
  'zh-Hans': {
    backup: '备份本机上的系统。选项见 --help。',
    restore: '查验备份并予以恢复；早于双方共同见证的内容的，予以拒绝。选项见 --help。',
  },
} as const;

/** It knows the services and their tables, of which an outsider's command has no use: so it is a process of its own. */
const PROGRAM = path.join(__dirname, '../../../../services/backup/dist/main.js');

/** Adds `parley backup` and `parley restore`, for whoever runs an installation. */
export function addBackup(program: Command, { lang, end }: Invocation): void {
  for (const word of ['backup', 'restore'] as const)
    program
      .command(word)
      .description(SAID[lang][word])
      .argument('[words...]')
      .allowUnknownOption()
      .helpOption(false)
      .action(async (words: readonly string[]) => {
        const child = spawn(
          process.execPath,
          ['--disable-warning=ExperimentalWarning', PROGRAM, '--lang', lang, word, ...words],
          { stdio: 'inherit' },
        );
        const [code] = (await once(child, 'exit')) as [number | null];
        end(code === 0 || code === 1 ? (code satisfies ExitCode) : 2);
      });
}
