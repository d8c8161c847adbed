import { pause } from '@parley/projections';
import type { AttestedSoFar } from './log-attestation';

/** A checkpoint is due within 2 s. So often, and so many times, it is looked for until one goes on without it. */
const [LOOK_MS, LOOKS] = [250, 12];
/** The same for a checkpoint that both sides have cosigned, where it is worth waiting for. */
export const LONG_LOOKS = 40;
/** Witnesses that are so many seconds behind at most keep up with the log. */
const KEEPING_UP_SECONDS = 5;

interface Attestable {
  readonly attested: boolean;
}

/**
 * Looks for what rests on a checkpoint, until there is something that is jointly attested. Who asks for both sides is
 * spared a second question, but only where the witnesses keep up.
 * @param soFar how far the witnesses have come
 * @param attestedLooks how often one looks, where the witnesses keep up
 * @returns the last thing that was found; nothing when no checkpoint came in time
 */
export async function lookFor<Found extends Attestable>(
  look: () => Promise<Found | undefined>,
  soFar: () => Promise<AttestedSoFar | undefined>,
  attestedLooks = LOOKS,
): Promise<Found | undefined> {
  for (let count = 1; ; count += 1) {
    const found = await look();
    if (count >= (found ? attestedLooks : LOOKS)) return found;
    if (found && (found.attested || !keepsUp(await soFar()))) return found;
    await pause(LOOK_MS, NEVER);
  }
}

const NEVER = new AbortController().signal;

/** Whether what was recorded just now is about to be jointly attested. */
const keepsUp = (soFar: AttestedSoFar | undefined): boolean =>
  soFar !== undefined && soFar.attestedEntries > 0 && soFar.behindSeconds < KEEPING_UP_SECONDS;
