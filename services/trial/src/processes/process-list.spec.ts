import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ProcessList } from './own-servers';

describe('the list of processes in a data folder', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'parley-trial-'));
  const file = path.join(folder, 'processes.json');
  afterAll(() => rmSync(folder, { recursive: true }));

  it('says of each who it is, where it listens and whether it is ready', () => {
    new ProcessList(folder).write([
      {
        name: 'audit-1',
        pid: 7,
        url: 'http://127.0.0.1:20000',
        metricsUrl: 'http://127.0.0.1:20002/metrics',
        ready: true,
      },
      { name: 'kafka-1', pid: undefined, url: '127.0.0.1:20001', ready: false },
    ]);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual([
      {
        name: 'audit-1',
        pid: 7,
        url: 'http://127.0.0.1:20000',
        metricsUrl: 'http://127.0.0.1:20002/metrics',
        ready: true,
      },
      { name: 'kafka-1', pid: null, url: '127.0.0.1:20001', ready: false },
    ]);
  });

  it('is written anew only when something has changed', () => {
    const list = new ProcessList(folder);
    const audit = { name: 'audit', pid: 7, url: 'http://127.0.0.1:20000', ready: true };
    list.write([audit]);
    const { ino } = statSync(file);
    list.write([audit]);
    expect(statSync(file).ino).toBe(ino);
    list.write([{ ...audit, pid: 8 }]);
    expect(readFileSync(file, 'utf8')).toContain('"pid": 8');
  });
});
