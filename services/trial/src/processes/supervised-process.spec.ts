import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { SupervisedProcess } from './supervised-process';

describe('a supervised process', () => {
  const said: string[] = [];
  const children: ChildProcess[] = [];
  let next: (child: ChildProcess) => void = () => undefined;
  const started = (): Promise<ChildProcess> => new Promise((resolve) => (next = resolve));

  const supervised = (program: string, heard: (line: string) => void = () => undefined) =>
    new SupervisedProcess(
      { name: 'audit', folder: 'audit', settings: {} },
      {
        hear: heard,
        say: (sentence) => said.push(sentence),
        spawn: (_, hear) => {
          const child = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'ignore', 'pipe'] });
          child.stderr.setEncoding('utf8').on('data', (said: string) => hear(said.trimEnd(), 'stderr'));
          children.push(child);
          next(child);
          return child;
        },
      },
    );

  beforeEach(() => {
    said.length = 0;
    children.length = 0;
  });

  it('is started again when it ends, later each time, and that is said', async () => {
    const one = supervised('setInterval(() => {}, 1000)');
    one.start();
    for (const signal of ['SIGKILL', 'SIGTERM'] as const) {
      const again = started();
      children.at(-1)?.kill(signal);
      await again;
    }
    expect(said).toEqual([
      'audit ended with SIGKILL, and is started again in 0.5 s',
      'audit ended with SIGTERM, and is started again in 1.0 s',
    ]);
    expect(one.pid).toBe(children.at(-1)?.pid);
    await one.stop();
  });

  it('is not started again when it was stopped', async () => {
    const one = supervised(
      'process.on("SIGTERM", () => process.exit(0)); process.stdout.write(""); setInterval(() => {}, 1000)',
    );
    one.start();
    const [child] = children;
    await one.stop();
    expect([child?.exitCode ?? child?.signalCode, one.pid, said]).toEqual([expect.anything(), undefined, []]);
  });

  it('does not come back when it is stopped while it waits to be started again', async () => {
    const one = supervised('process.exit(3)');
    one.start();
    await once(children[0]!, 'exit');
    await one.stop();
    expect([said, children]).toEqual([['audit ended with 3, and is started again in 0.5 s'], [expect.anything()]]);
  });

  it('tells its own sentence when it ended over what somebody has to mend, and only then', async () => {
    const heard: string[] = [];
    const ends = (code: number) =>
      supervised(`console.error('parley audit: PARLEY_PORT is wrong.'); process.exit(${String(code)})`, (line) =>
        heard.push(line),
      );
    for (const [code, refusal] of [
      [78, 'PARLEY_PORT is wrong.'],
      [1, undefined],
    ] as const) {
      const one = ends(code);
      one.start();
      await once(children.at(-1)!, 'close');
      expect(one.refusal).toBe(refusal);
      await one.stop();
    }
    expect(heard).toEqual(['parley audit: PARLEY_PORT is wrong.', 'parley audit: PARLEY_PORT is wrong.']);
  });
});
