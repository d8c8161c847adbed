import { existsSync, renameSync, rmSync } from 'node:fs';

/**
 * Spares Java from reading Kafka's classes anew at each start, which is half of a start: they are kept in a file that
 * is made the first time, by a node that runs for nothing else. Java leaves the file alone when it is another Java's.
 * @param jars the folder beside which it is kept
 * @param runOnce starts a node with these options of Java and stops it; true when it ended in order. What a killed one
 *   leaves is half a file, on which every later Java would die
 * @returns the options by which Java uses the file; none where it could not be made
 */
export async function sharedClasses(
  jars: string,
  runOnce: (options: readonly string[]) => Promise<boolean>,
): Promise<readonly string[]> {
  // There no program can be asked to end in order.
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
  // Its sums are looked at, which takes 20 ms: on a damaged one Java would die, and so it leaves it alone.
  return [`-XX:SharedArchiveFile=${file}`, '-XX:+VerifySharedSpaces', '-Xlog:disable', '-Xlog:all=error:stderr'];
}
