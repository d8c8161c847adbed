import { once } from 'node:events';
import { createServer } from 'node:net';
import { freePorts, insistOnPort } from './free-ports';

describe('free ports', () => {
  it('are all different, can be listened on, and lie below those that systems lend to clients', async () => {
    const ports = await freePorts(20);
    expect(new Set(ports).size).toBe(20);
    expect(Math.max(...ports)).toBeLessThan(32_768);
    await Promise.all(ports.map((port) => insistOnPort(port)));
  });

  it('are given once, so that two who are given one before either listens do not meet', async () => {
    const ports: number[] = [];
    for (let asked = 0; asked < 30; asked += 1) ports.push(...(await freePorts(100)));
    expect(new Set(ports).size).toBe(3_000);
  });

  it('are none that somebody listens on', async () => {
    const [port = 0] = await freePorts(1);
    const taken = createServer().listen(port, '127.0.0.1');
    await once(taken, 'listening');
    await expect(insistOnPort(port)).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await once(taken.close(), 'close');
  });
});
