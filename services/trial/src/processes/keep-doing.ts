/** Does something again and again, with a pause before each time. It says what the act throws. @returns what ends it */
export function keepDoing(
  what: string,
  pauseMs: number,
  act: () => Promise<void>,
  say: (sentence: string) => void,
): () => void {
  let ended = false;
  let timer: NodeJS.Timeout | undefined;
  const again = (): void => {
    timer = setTimeout(() => {
      act()
        .catch((error: unknown) =>
          say(`cannot ${what}: ${error instanceof Error ? error.message.replace(/\.$/, '') : String(error)}`),
        )
        .finally(() => {
          if (!ended) again();
        });
    }, pauseMs);
  };
  again();
  return () => {
    ended = true;
    clearTimeout(timer);
  };
}
