import { asLine } from './as-line';
import type { ShownProcess, Terminal, View } from './view';

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
