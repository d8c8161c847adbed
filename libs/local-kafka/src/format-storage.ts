import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { KafkaNode } from './kafka-node';
import { LocalKafkaError } from './local-kafka.error';

/**
 * Gives a folder of data to the cluster. Kafka refuses a folder for which its own program has not done this.
 * @param more arguments of that program
 * @throws LocalKafkaError with that program's reason
 */
export async function formatStorage(node: KafkaNode, clusterId: string, more: readonly string[]): Promise<void> {
  if (existsSync(path.join(node.folder, 'data', 'meta.properties'))) return;
  const properties = path.join(node.folder, 'server.properties');
  const [java, ...args] = node.command(
    'kafka.tools.StorageTool',
    'format',
    `--cluster-id=${clusterId}`,
    '-c',
    properties,
    ...more,
  );
  const tool = spawn(java ?? '', args, { cwd: node.folder, stdio: ['ignore', 'pipe', 'pipe'] });
  const said: string[] = [];
  for (const output of [tool.stdout, tool.stderr])
    output.setEncoding('utf8').on('data', (text: string) => said.push(text));
  const code = await new Promise<number | string | null>((resolve) =>
    tool.once('error', (error) => resolve(error.message)).once('close', resolve),
  );
  if (code === 0) return;
  throw new LocalKafkaError(
    'failed',
    `Kafka could not make its data folder in ${node.folder}: ` +
      (said.join('').trim().split('\n')[0] || `it ended with ${code}`),
  );
}
