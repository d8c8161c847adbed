import { readUint64, utf8 } from '../encoding/bytes';
import { LogRefused } from '../log-refused';

/** What a cosignature signs (C2SP tlog-cosignature): a header, the time in seconds, the text of the checkpoint. */
export const timedMessage = (text: string, time: number): Uint8Array =>
  utf8(`cosignature/v1\ntime ${String(time)}\n${text}`);

/**
 * Takes a cosignature apart.
 * @throws LogRefused `note-malformed` when it is not eight bytes of time and 64 of a signature
 */
export function cosignedMessage(text: string, timed: Uint8Array) {
  const time = readUint64(timed);
  if (time === undefined || timed.length !== 72)
    throw new LogRefused('note-malformed', 'a cosignature without its time');
  return { time, message: timedMessage(text, time), signature: timed.subarray(8) } as const;
}
