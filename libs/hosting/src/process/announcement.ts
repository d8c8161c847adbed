/** What a newcomer needs to know once a process listens. */
export interface Announced {
  /** `Parley`, or `Parley intake`. */
  readonly who: string;
  readonly url: string;
  /** Since the process began, so that loading itself counts. */
  readonly seconds: number;
  /** Lines of a word and its meaning. */
  readonly facts: readonly (readonly [string, string])[];
  readonly end: string;
}

export const announcement = ({ who, url, seconds, facts, end }: Announced): string =>
  [
    '',
    `${who} listens on ${url} (ready in ${seconds.toFixed(1)} s)`,
    ...facts.map(([word, what]) => `  ${word.padEnd(10)} ${what}`),
    '',
    end,
    '',
  ].join('\n');
