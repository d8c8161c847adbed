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

  deadline({ id, dueAt, arithmetic }: { readonly id: string; readonly dueAt: string; readonly arithmetic: { readonly en: string } }): void {
    this.write(`      deadline ${id}: before ${dueAt}\n        ${arithmetic.en}\n`);
  }
}
