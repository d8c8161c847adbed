/**
 * Files by their paths, so that whoever copies the folder, or the objects under the prefix, has what they are. A path
 * is names joined by `/`, none of them empty or beginning with a dot.
 */
export interface NamedFiles {
  /** @returns the bytes of a file, or `undefined` when there is none */
  read(path: string): Promise<Uint8Array | undefined>;
  /** Writes a file whole, in place of one that is there. What is acknowledged survives a power cut. */
  write(path: string, bytes: Uint8Array): Promise<void>;
  /**
   * Writes a file only where there is none, so that of many writers one alone is told that it wrote. What is
   * acknowledged survives a power cut.
   * @returns false when there is one; then nothing is changed
   */
  create(path: string, bytes: Uint8Array): Promise<boolean>;
}

const PATH = /^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/;

/** @throws RangeError for a path that leads elsewhere */
export function checkFilePath(path: string): string {
  if (!PATH.test(path)) throw new RangeError(`not a path of a file: ${path}`);
  return path;
}
