import type { Reading } from '../processes/fleet';

/** A sentence of ours as a line: with its end, unless it says what goes on. */
const asLine = (sentence: string): string => `parley: ${sentence}${/[.…]$/.test(sentence) ? '' : '.'}\n`;

/** Where nothing can be redrawn: a line for each change of how a process is. Lag alone is no change. */
export class LineView implements View {
  readonly #shown = new Map<string, string>();

  /**
   * @param output for what programs write
   * @param errors for what is said beside it
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
/** What is longer would be broken by the terminal, and the block would not be redrawn where it stands. */
const NARROW = 80;

/** On a terminal: a block below everything else that is redrawn as things change. */
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
  /** Text that stays: what a program wrote for who reads its output. */
  write(text: string): void;
  /** A sentence of ours about what happens, without its end. */
  say(sentence: string): void;
  /** Shows how they are. None, and nothing is shown. */
  show(processes: readonly ShownProcess[]): void;
}

/** Something that text is written to. */
interface Terminal {
  write(text: string): unknown;
}
