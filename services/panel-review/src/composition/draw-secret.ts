import { hkdfSync } from 'node:crypto';
import type { Sha256 } from '@parley/kernel';
import { drawCommitment } from '@parley/procedure';
import type { RecordedPanel } from '../panel/panel-state.rules';
import { vacantSeats } from './composition.rules';
import { nextDraw } from './nonces.rules';

const BYTES = 32;

/**
 * The secrets of panels, each for one purpose. None is written down, so a crash loses nothing. A key in a file makes
 * them, or a device that never gives its key out.
 */
export interface DrawSecrets {
  /** 64 lower-case hexadecimal characters, the same for the same purpose at any time. */
  of(purpose: string): Promise<string>;
}

/** Secrets that follow from a key (RFC 5869). @param key 32 bytes that are known to nobody else */
export const drawSecretsBy = (key: Uint8Array): DrawSecrets => ({
  of: (purpose) =>
    Promise.resolve(Buffer.from(hkdfSync('sha256', key, '', `parley panelreview ${purpose}`, BYTES)).toString('hex')),
});

/** The secret that hides the votes in a digest of findings, until those are issued. */
export const saltOfFindings = (secrets: DrawSecrets, caseId: string): Promise<string> =>
  secrets.of(`findings ${caseId}`);

/**
 * The secrets of the draws of one seat, the first one’s first. Each is laid open at its draw, and serves no other.
 * @param id of the case, or of the hotline request
 * @param count how many
 */
export const secretsOfSeat = (
  secrets: DrawSecrets,
  id: string,
  seat: string,
  count: number,
): Promise<readonly string[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => secrets.of(`draw ${id} ${seat} ${String(index + 1)}`)));

/**
 * What is published when a panel is opened: the commitments to the first draws of every seat that it may come to have.
 * @param seatsPerSide of the track with most seats
 * @param ahead so many draws of each seat
 */
export const openingCommitments = async (
  secrets: DrawSecrets,
  id: string,
  { seatsPerSide, ahead }: { readonly seatsPerSide: number; readonly ahead: number },
): Promise<Readonly<Record<string, readonly Sha256[]>>> =>
  ofEach(vacantSeats(1, seatsPerSide), async (seat) =>
    (await secretsOfSeat(secrets, id, seat.id, ahead)).map(drawCommitment),
  );

/** The secrets that draws of a panel may need now: of each seat up to the first of which nothing is published yet. */
export const secretsOfPanel = (
  secrets: DrawSecrets,
  { caseId, seats, drawCommitments, draws }: Pick<RecordedPanel, 'caseId' | 'seats' | 'drawCommitments' | 'draws'>,
): Promise<Readonly<Record<string, readonly string[]>>> =>
  ofEach(seats, ({ id }) => {
    const count = Math.max(drawCommitments[id]?.length ?? 0, nextDraw({ draws }, id)) + 1;
    return secretsOfSeat(secrets, caseId, id, count);
  });

const ofEach = async <Of>(
  seats: readonly { readonly id: string }[],
  find: (seat: { readonly id: string }) => Promise<Of>,
): Promise<Readonly<Record<string, Of>>> =>
  Object.fromEntries(await Promise.all(seats.map(async (seat) => [seat.id, await find(seat)] as const)));
