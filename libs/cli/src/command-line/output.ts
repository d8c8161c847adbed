/** Where a command writes, and what its surroundings say. */
export interface Output {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
}
