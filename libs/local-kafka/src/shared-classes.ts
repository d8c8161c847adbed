import { existsSync, renameSync, rmSync } from 'node:fs';

/**
 * Spares Java from reading Kafka's classes anew at each start, which is half of a start. They are kept in a file that
 * is made the first time, by a node that runs for nothing else. Java ignores the file of another Java.
 * @param jars the folder beside which it is kept
 * @param runOnce starts a node with these options of Java and stops it; true when it ended in order. A killed one
 *   leaves half a file, on which every later Java would die
 * @returns the options by which Java uses the file; none where it could not be made
 */
export async function sharedClasses(
  jars: string,
  runOnce: (options: readonly string[]) => Promise<boolean>,
): Promise<readonly string[]> {
  // On Windows no program can be asked to end in order.
  if (process.platform === 'win32') return [];
  const file = `${jars}.jsa`;
  if (!existsSync(file)) {
    const unfinished = `${file}.unfinished-${process.pid}`;
    const ended = await runOnce([`-XX:ArchiveClassesAtExit=${unfinished}`]);
    if (!ended || !existsSync(unfinished)) {
      rmSync(unfinished, { force: true });
      return [];
    }
    renameSync(unfinished, file);
  }
  // Java checks the file's sums, which takes 20 ms. It would die on a damaged file, and so it ignores one.
  return [`-XX:SharedArchiveFile=${file}`, '-XX:+VerifySharedSpaces', '-Xlog:disable', '-Xlog:all=error:stderr'];
}
