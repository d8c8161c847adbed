import { asLine } from './as-line';
import type { ShownProcess, Terminal, View } from './view';

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
