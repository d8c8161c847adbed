import { existsSync, renameSync } from 'node:fs';

/**
 * Spares Java from reading Kafka's classes anew at each start, which is half of a start: they are kept in a file that
 * is made the first time, by a node that runs for nothing else. Java leaves the file alone when it is another Java's.
 * @param jars the folder beside which it is kept
 * @param runOnce starts a node with these options of Java, and stops it in order
 * @returns the options by which Java uses the file; none where it could not be made
 */
export async function sharedClasses(
  jars: string,
  runOnce: (options: readonly string[]) => Promise<void>,
): Promise<readonly string[]> {
  const file = `${jars}.jsa`;
  if (!existsSync(file)) {
    const unfinished = `${file}.unfinished-${process.pid}`;
    await runOnce([`-XX:ArchiveClassesAtExit=${unfinished}`]);
    if (!existsSync(unfinished)) return [];
    renameSync(unfinished, file);
  }
  return [`-XX:SharedArchiveFile=${file}`, '-Xlog:disable', '-Xlog:all=error:stderr'];
}
