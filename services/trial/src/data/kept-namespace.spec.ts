import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { keptNamespace } from './kept-namespace';

describe('the namespace of a data folder', () => {
  const folders: string[] = [];
  const folder = (): string => {
    folders.push(mkdtempSync(path.join(tmpdir(), 'parley-trial-')));
    return folders.at(-1)!;
  };
  afterAll(() => folders.forEach((each) => rmSync(each, { recursive: true })));

  it('is its own, and the same at each start', () => {
    const [one, other] = [folder(), folder()];
    expect(keptNamespace(one, 'own')).toMatch(/^parley-[0-9a-f]{8}$/);
    expect(keptNamespace(one, 'own')).toBe(keptNamespace(one, 'own'));
    expect(keptNamespace(other, 'own')).not.toBe(keptNamespace(one, 'own'));
  });

  it('does not move to another Kafka', () => {
    const [own, given] = [folder(), folder()];
    keptNamespace(own, 'own');
    keptNamespace(given, 'given');
    expect(() => keptNamespace(own, 'given')).toThrow(
      /are on a Kafka of its own; leave PARLEY_KAFKA_BROKERS and KAFKA_BROKERS out/,
    );
    expect(() => keptNamespace(given, 'own')).toThrow(
      /are on a Kafka that was given; name it with PARLEY_KAFKA_BROKERS/,
    );
  });
});
