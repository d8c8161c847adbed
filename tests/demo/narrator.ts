import type { DeadlineBody } from './bodies';

/** Prints the demonstration, a paragraph a step. */
export class Narrator {
  private step = 0;

  constructor(private readonly write: (text: string) => void) {}

  title(text: string): void {
    this.write(`\n${text}\n${'='.repeat(text.length)}\n`);
  }

  /** A step with the time of the demonstration at which it happens. */
  happens(now: string, text: string): void {
    this.step++;
    this.write(`\n${String(this.step).padStart(2)}. ${now}  ${text}\n`);
  }

  says(text: string): void {
    this.write(`      ${text}\n`);
  }

  /** Marks what was made up for the demonstration. */
  fiction(text: string): void {
    this.write(`      (fiction) ${text}\n`);
  }

  /**
   * Each deadline with its count. Deadlines of one clock that end together, such as those of the seats, are told once.
   */
  deadlines(deadlines: readonly DeadlineBody[]): void {
    const together = Map.groupBy(deadlines, ({ clock, dueAt }) => `${clock} ${dueAt}`);
    for (const [first, ...others] of together.values()) {
      if (first)
        this.write(
          `      deadline ${[first, ...others].map(({ id }) => id).join(', ')}: before ${first.dueAt}\n  ` +
            `      ${first.arithmetic.en}\n`,
        );
    }
  }
}
