import { once } from 'node:events';
import { StartError } from '@parley/hosting/installation';
import type { ProcessPlan } from '../plan/process-plan';
import { spawnProgram } from './spawn-program';

/** Runs a program that ends by itself. @throws StartError with its last words when it ends otherwise than well */
export async function runJob(plan: ProcessPlan): Promise<void> {
  const complaints: string[] = [];
  const job = spawnProgram(plan, (line, stream) => {
    if (stream === 'stderr') complaints.push(line.replace(/^parley [a-z]+: /, ''));
  });
  // Its output has been read when it is closed, and not before.
  const [code] = (await once(job, 'close')) as [number | null];
  if (code !== 0) throw new StartError(complaints.at(-1) ?? `${plan.name} ended with ${String(code)}.`);
}
