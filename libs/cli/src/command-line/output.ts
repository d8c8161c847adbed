import type { Bilingual, Language } from '@parley/kernel';
import { NotAsked } from '../report/not-asked';

/** Where a command writes, and what its surroundings say. */
export interface Output {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** What a process has to write to, as far as it is used here. */
export interface Written {
  write(text: string): unknown;
  on(event: 'error', listener: (error: NodeJS.ErrnoException) => void): unknown;
}

/**
 * Writes to the streams of a process. Node ends a process that cannot write with exit code 1, which is that of what
 * does not hold: nobody may take a full disk, or a reader who had enough, for that.
 * @param end ends the process; without a code by the one to which its question has come
 */
export function outputTo(
  streams: { readonly out: Written; readonly err: Written; readonly env: Output['env'] },
  lang: Language,
  end: (code?: 2) => void,
): Output {
  const { out, err, env } = streams;
  const failed = (name: string, { code = '' }: NodeJS.ErrnoException): void => {
    // What was asked is settled before its process ends.
    if (code === 'EPIPE') return void setImmediate(() => end());
    const about: Bilingual = { en: `${name}: ${code}`, 'zh-Hans': `${name}：${code}` };
    err.write(`${new NotAsked('file-unwritable', about).words[lang]}\n`);
    setImmediate(() => end(2));
  };
  out.on('error', (error) => failed('stdout', error));
  // There is nowhere left to say it.
  err.on('error', () => undefined);
  return { out: (text) => void out.write(text), err: (text) => void err.write(text), env };
}
