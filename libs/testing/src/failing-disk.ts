import disk, { type FileHandle } from 'node:fs/promises';

/**
 * How a call fails: nothing is done; it is done and fails all the same; half of what it writes is there, and then the
 * disk is full; the process is gone before it, or after it was done, and does nothing more.
 */
export const DISK_FAULTS = ['refused', 'done-and-refused', 'full', 'killed-before', 'killed-after'] as const;
export type DiskFault = (typeof DISK_FAULTS)[number];

/** The calls of `node:fs/promises` that count, and those of the handles that `open` gives. */
const CALLS = ['link', 'mkdir', 'open', 'readdir', 'readFile', 'rename', 'rm', 'stat', 'writeFile'] as const;
const OF_A_HANDLE = ['close', 'sync', 'writeFile', 'readFile'] as const;

type Call = (...args: readonly unknown[]) => Promise<unknown>;

/**
 * A disk of which one call fails, whatever it is: the way to ask of code that writes what it leaves behind. It stands
 * in for `node:fs/promises` in the whole process, and touches nothing outside of one folder.
 */
export class FailingDisk {
  readonly #real = Object.fromEntries(CALLS.map((name) => [name, disk[name] as unknown as Call]));
  #left = Infinity;
  #fault: DiskFault = 'refused';
  #isGone = false;
  /** Calls since the last `fails`. */
  calls = 0;

  /** @param folder below which calls count and fail */
  constructor(private readonly folder: string) {
    for (const name of CALLS) {
      const real = this.#real[name];
      if (real) this.#set(name, (...args) => this.#call(name, real, args));
    }
  }

  /** @param n the call that fails, from 1; none when it is beyond the last one */
  fails(n: number, fault: DiskFault): void {
    [this.#left, this.#fault, this.#isGone, this.calls] = [n, fault, false, 0];
  }

  /** From now on nothing fails: the disk was mended, or the process started anew. @returns whether a call has failed */
  works(): boolean {
    const hasFailed = this.#left <= 0;
    this.fails(Infinity, 'refused');
    return hasFailed;
  }

  /** Gives the process its own disk back. */
  remove(): void {
    for (const name of CALLS) this.#set(name, this.#real[name] as Call);
  }

  #set(name: (typeof CALLS)[number], call: Call): void {
    Object.assign(disk, { [name]: call });
  }

  async #call(name: string, real: Call, args: readonly unknown[]): Promise<unknown> {
    const isOurs = typeof args[0] === 'string' && args[0].startsWith(this.folder);
    if (!isOurs) return real(...args);
    const done = await this.#tried(
      () => real(...args),
      name === 'writeFile' ? () => real(args[0], half(args[1])) : undefined,
    );
    return name === 'open' ? this.#handle(done as FileHandle) : done;
  }

  #handle(handle: FileHandle): FileHandle {
    return new Proxy(handle, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        // Nobody cuts the power of a test, and a flush takes longer than everything else together.
        const call: Call = name === 'sync' ? () => Promise.resolve() : (value.bind(target) as Call);
        if (!OF_A_HANDLE.some((each) => each === name)) return call;
        return async (...args: readonly unknown[]) => {
          // A system closes a file also where it says that it could not, and at the end of a process.
          if (name === 'close') await call();
          const really = name === 'close' ? () => Promise.resolve() : () => call(...args);
          return this.#tried(really, name === 'writeFile' ? () => call(half(args[0])) : undefined);
        };
      },
    });
  }

  async #tried(real: () => Promise<unknown>, halfOfIt?: () => Promise<unknown>): Promise<unknown> {
    if (this.#isGone) throw broken('EIO');
    this.calls += 1;
    this.#left -= 1;
    if (this.#left !== 0) return real();
    this.#isGone = this.#fault.startsWith('killed');
    if (this.#fault === 'done-and-refused' || this.#fault === 'killed-after') await closed(await real());
    if (this.#fault === 'full') await halfOfIt?.();
    throw broken(this.#fault === 'full' ? 'ENOSPC' : 'EIO');
  }
}

/** A file that was opened for nobody. */
const closed = async (opened: unknown): Promise<void> => {
  if (typeof opened === 'object' && opened !== null && 'fd' in opened) await (opened as FileHandle).close();
};

const half = (content: unknown): unknown =>
  typeof content === 'string' || content instanceof Uint8Array ? content.slice(0, content.length / 2) : content;

const broken = (code: string): Error => Object.assign(new Error(`${code}: the disk of this test fails`), { code });
