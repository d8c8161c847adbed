import { spawnSync } from 'node:child_process';
import path from 'node:path';

const OLDEST = 17;

/** The `java` of JAVA_HOME or of the path, whichever comes first and can run Kafka 4; `null` when there is none. */
export function suitableJava(): string | null {
  const home = process.env['JAVA_HOME'];
  const candidates = [...(home ? [path.join(home, 'bin', 'java')] : []), 'java'];
  return candidates.find((java) => (majorVersion(java) ?? 0) >= OLDEST) ?? null;
}

/** `java -version` writes to its error output, with the version in quotes: `openjdk version "17.0.15" 2025-04-15`. */
function majorVersion(java: string): number | null {
  const asked = spawnSync(java, ['-version'], { encoding: 'utf8' });
  const version = asked.status === 0 ? /version "(\d+)/.exec(asked.stderr)?.[1] : undefined;
  return version === undefined ? null : Number(version);
}
