import type { NamedFiles } from '../named-files';

const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text));

/**
 * What every adapter of `NamedFiles` keeps.
 * @param make opens files in a place of their own
 */
export function namedFilesContract(make: () => Promise<NamedFiles>): void {
  const text = async (files: NamedFiles, path: string): Promise<string | undefined> => {
    const found = await files.read(path);
    return found && Buffer.from(found).toString();
  };

  it('gives back what was written last, and nothing for what was never written', async () => {
    const files = await make();
    expect(await files.read('tile/0/x001/002.p/16')).toBeUndefined();
    await files.write('tile/0/x001/002.p/16', bytes('first'));
    await files.write('tile/0/x001/002.p/16', bytes('second'));
    await files.write('tile/0/x001/002', bytes('beside'));
    expect(await text(files, 'tile/0/x001/002.p/16')).toBe('second');
    expect(await text(files, 'tile/0/x001/002')).toBe('beside');
  });

  it('creates a file once, whoever tries and however often', async () => {
    const files = await make();
    expect(await files.create('heads/000', bytes('one'))).toBe(true);
    expect(await files.create('heads/000', bytes('two'))).toBe(false);
    expect(await text(files, 'heads/000')).toBe('one');
    const tried = await Promise.all(['a', 'b', 'c', 'd'].map((word) => files.create('heads/001', bytes(word))));
    expect(tried.filter((created) => created)).toHaveLength(1);
    expect(await text(files, 'heads/001')).toBe('abcd'[tried.indexOf(true)]);
  });

  it.each(['', '/heads', 'heads/', '../heads', 'heads//one', 'heads/.one', 'heads/..', 'a\\b', 'a\nb'])(
    'has no path %j',
    async (path) => {
      const files = await make();
      const reading = async () => files.read(path);
      const creating = async () => files.create(path, bytes('x'));
      await expect(reading()).rejects.toThrow(RangeError);
      await expect(creating()).rejects.toThrow(RangeError);
    },
  );
}
