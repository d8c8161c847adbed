import type { Reading } from '../processes/fleet';

/** A sentence of ours as a line. It gets a full stop, unless it has an end or says what goes on. */
const asLine = (sentence: string): string => `parley: ${sentence}${/[.…]$/.test(sentence) ? '' : '.'}\n`;

/**
 * The view where nothing can be redrawn. It writes a line for each change in the state of a process. Lag alone is no
 * change.
 */
export class LineView implements View {
  readonly #shown = new Map<string, string>();

  /**
   * @param output gets what programs write
   * @param errors gets everything else that is said
   */
  constructor(
    private readonly output: Terminal,
    private readonly errors: Terminal,
  ) {}

  write(text: string): void {
    this.output.write(text);
  }

  say(sentence: string): void {
    this.errors.write(asLine(sentence));
  }

  show(processes: readonly ShownProcess[]): void {
    for (const { name, state, note } of processes) {
      const now = note === '' ? state : `${state} (${note})`;
      if (this.#shown.get(name) !== now) this.say(`${name} is ${now}`);
      this.#shown.set(name, now);
    }
  }
}

const HEAD = ['', '  process        pid      state      lag'];
/** The terminal would break a longer line, and the block would not be redrawn in its place. */
const NARROW = 80;

/** The view on a terminal: a block below everything else, which is redrawn as things change. */
export class LiveView implements View {
  #block: readonly string[] = [];

  constructor(
    private readonly terminal: Terminal,
    private readonly width: () => number = () => NARROW,
  ) {}

  write(text: string): void {
    this.#redraw(text, this.#block);
  }

  say(sentence: string): void {
    this.write(asLine(sentence));
  }

  show(processes: readonly ShownProcess[]): void {
    const lines = processes.map(
      ({ name, pid, state, lag, note }) =>
        `  ${name.padEnd(14)} ${String(pid ?? '-').padEnd(8)} ${state.padEnd(10)} ` +
        `${String(lag ?? '-').padEnd(4)} ${note}`,
    );
    const block = (lines.length === 0 ? [] : [...HEAD, ...lines]).map((line) =>
      line.slice(0, this.width() - 1).trimEnd(),
    );
    if (block.join('\n') !== this.#block.join('\n')) this.#redraw('', block);
  }

  #redraw(above: string, block: readonly string[]): void {
    const erase = this.#block.length === 0 ? '' : `\u001b[${String(this.#block.length)}A\u001b[0J`;
    this.terminal.write(`${erase}${above}${block.map((line) => `${line}\n`).join('')}`);
    this.#block = block;
  }
}

/** A process as it is shown. */
export interface ShownProcess extends Reading {
  readonly name: string;
  readonly pid: number | undefined;
}

/** What the person at the terminal sees. */
export interface View {
  /** Writes text that stays: what a program wrote for readers of its output. */
  write(text: string): void;
  /** Says a sentence of ours about what happens. The sentence comes without its full stop. */
  say(sentence: string): void;
  /** Shows how the processes are. Without any, it shows nothing. */
  show(processes: readonly ShownProcess[]): void;
}

/** Something that text is written to. */
interface Terminal {
  write(text: string): unknown;
}
