import type { Reading } from '../processes/reading';

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
export interface Terminal {
  write(text: string): unknown;
}
