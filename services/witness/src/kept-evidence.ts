import { hash } from 'node:crypto';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  formatSplitView,
  parseSplitView,
  verifySplitView,
  nodeChecks,
  type NoteKey,
  type SplitView,
} from '@parley/transparency';
import { originHash } from './kept-checkpoints';
import { flushFolder, hasCode, placeFile } from './place-file';

/**
 * The proofs that a log has shown two pasts. They are for whoever asks, for ever: an operator may copy them, and
 * nothing here takes one away.
 */
export class KeptEvidence {
  constructor(private readonly folder: string) {}

  /**
   * Keeps a split view that holds.
   * @returns whether it is the first one of this log
   * @throws LogRefused for one that does not hold
   */
  async keep(log: NoteKey, split: SplitView): Promise<boolean> {
    await verifySplitView(nodeChecks, log, split);
    if (await this.of(log)) return false;
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    await flushFolder(path.dirname(this.folder));
    const text = formatSplitView(split);
    return placeFile(path.join(this.folder, `${originHash(log.name)}-${hash('sha256', text).slice(0, 16)}.json`), text);
  }

  /** The split view of a log that was kept, as text; `undefined` when there is none. */
  async of({ name }: NoteKey): Promise<string | undefined> {
    const files = await readdir(this.folder).catch((error: unknown) => {
      if (hasCode(error, 'ENOENT')) return [];
      throw error;
    });
    const file = files.toSorted().find((each) => each.startsWith(`${originHash(name)}-`));
    return file === undefined ? undefined : readFile(path.join(this.folder, file), 'utf8');
  }

  /** Keeps what another witness says is one, if it holds. */
  async keepText(log: NoteKey, text: string): Promise<boolean> {
    return this.keep(log, parseSplitView(text));
  }
}
