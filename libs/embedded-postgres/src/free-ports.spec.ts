import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { freePorts, insistOnPort } from './free-ports';

const LOADER = path.resolve(__dirname, '../../../.workspace/load-sources.cjs');
const TAKE = `require(process.argv[1]).freePorts(1_000).then((ports) => console.log(JSON.stringify(ports)))`;

/** Another process that is given a thousand ports, and lives on without listening on any of them. */
async function another(): Promise<{ readonly ports: readonly number[]; readonly end: () => void }> {
  const words = ['-C', 'parley-source', '-r', LOADER, '-e', `${TAKE}; process.stdin.resume()`];
  const child = spawn(process.execPath, [...words, path.join(__dirname, 'free-ports.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return { ports: JSON.parse(line) as number[], end: () => child.stdin.end() };
}

describe('free ports', () => {
  it('are all different, can be listened on, and lie below those that systems lend to clients', async () => {
    const ports = await freePorts(20);
    expect(new Set(ports).size).toBe(20);
    expect(Math.max(...ports)).toBeLessThan(32_768);
    await Promise.all(ports.map((port) => insistOnPort(port)));
  });

  it('are given once on a machine, so that two who are given one before either listens do not meet', async () => {
    const all = await Promise.all([another(), another(), another()]);
    try {
      expect(new Set(all.flatMap(({ ports }) => ports)).size).toBe(3_000);
    } finally {
      for (const each of all) each.end();
    }
  });

  it('are none that somebody listens on', async () => {
    const [port = 0] = await freePorts(1);
    const taken = createServer().listen(port, '127.0.0.1');
    await once(taken, 'listening');
    await expect(insistOnPort(port)).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await once(taken.close(), 'close');
  });
});
