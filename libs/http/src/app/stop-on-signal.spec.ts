import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { transformFileSync } from '@swc/core';

/** Runs a process that stops by `stop` when it is asked to, and asks it as soon as it is ready. */
const stopped = (stop: string, ...signals: readonly NodeJS.Signals[]) =>
  new Promise<{ readonly code: number | null; readonly said: string }>((resolve) => {
    const { code } = transformFileSync(join(__dirname, 'stop-on-signal.ts'), {
      jsc: { parser: { syntax: 'typescript' }, target: 'es2023' },
      module: { type: 'commonjs' },
    });
    const script =
      `${code}\nexports.stopOnSignal(${stop}, (line) => console.log(line)); setInterval(() => {}, ` +
      `1000); console.log('ready');`;
    const child = spawn(process.execPath, ['-e', script]);
    let said = '';
    const left = [...signals];
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const signal = left.shift();
      if (signal) child.kill(signal);
    });
    child.on('exit', (exit) => resolve({ code: exit, said }));
  });

describe('a process that is asked to end', () => {
  it.each<NodeJS.Signals>(['SIGTERM', 'SIGINT'])('ends well on %s after what is under way', async (signal) => {
    const { code, said } = await stopped("async () => { console.log('finished') }", signal);
    expect(code).toBe(0);
    expect(said).toBe(`ready\n${signal}: stopping.\nfinished\n`);
  });

  it('says why when stopping fails', async () => {
    const { code, said } = await stopped("() => Promise.reject(new Error('the disk is full'))", 'SIGTERM');
    expect(code).toBe(1);
    expect(said).toContain('Stopping failed: the disk is full');
  });

  it('ends at once when it is asked a second time', async () => {
    const { code } = await stopped('() => new Promise(() => {})', 'SIGTERM', 'SIGTERM');
    expect(code).toBe(1);
  });
});
