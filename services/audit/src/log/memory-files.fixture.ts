import { checkFilePath, type NamedFiles } from '@parley/blobs';

/** Files in memory, which a spec may look at, alter and set back. */
export class MemoryFiles implements NamedFiles {
  files = new Map<string, Uint8Array>();

  read(path: string): Promise<Uint8Array | undefined> {
    return Promise.resolve(this.files.get(checkFilePath(path)));
  }

  write(path: string, bytes: Uint8Array): Promise<void> {
    this.files.set(checkFilePath(path), Uint8Array.from(bytes));
    return Promise.resolve();
  }

  create(path: string, bytes: Uint8Array): Promise<boolean> {
    if (this.files.has(checkFilePath(path))) return Promise.resolve(false);
    this.files.set(path, Uint8Array.from(bytes));
    return Promise.resolve(true);
  }
}
