import type { ChannelAnswer } from '@parley/kernel';

/** No channel takes longer to answer. */
export const LONGEST_MS = 10_000;

/** A word that holds nothing of an address, whatever somebody else's server says. */
export const wordOf = (code: string | number | undefined): string => {
  const word = String(code ?? '');
  return /^[A-Za-z0-9_-]{1,40}$/.test(word) ? word : 'failed';
};

/** What a channel answers, or `timeout` when it takes too long. */
export async function inTime<Answer extends ChannelAnswer>(answer: Promise<Answer>): Promise<Answer | ChannelAnswer> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<ChannelAnswer>((resolve) => {
    timer = setTimeout(() => resolve({ accepted: false, answer: 'timeout', again: true }), LONGEST_MS);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
