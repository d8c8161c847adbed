/**
 * What is wrong with an event that is to be appended: its header is no JSON or says otherwise than what stands beside
 * it (`header`), it does not follow on the event before it (`link`), or it is not recorded now (`time`).
 */
export type EventFault = 'header' | 'link' | 'time';

const WORDS: Readonly<Record<EventFault, string>> = {
  header: 'its header is not that of the event',
  link: 'it does not follow on the event before it',
  time: 'its time is not that of the store, by more than 5 s',
};

/** A store refuses an event that it could not stand for later. Nothing of its append is written. */
export class FaultyEventError extends Error {
  override readonly name = 'FaultyEventError';

  constructor(
    readonly stream: string,
    readonly fault: EventFault,
  ) {
    super(`an event of ${stream} is refused: ${WORDS[fault]}`);
  }
}
