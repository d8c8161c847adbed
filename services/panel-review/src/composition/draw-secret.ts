import { hkdfSync } from 'node:crypto';
import type { Sha256 } from '@parley/kernel';
import { drawCommitment } from '@parley/procedure';
import type { RecordedPanel } from '../panel/panel-state.rules';
import { vacantSeats } from './composition.rules';
import { nextDraw } from './nonces.rules';

const BYTES = 32;

/**
 * A secret of the installation for one purpose: 64 lower-case hexadecimal characters. It is never written down, and a
 * crash loses nothing.
 * @param derivationKey 32 bytes that are known to nobody else
 */
export const secretFor = (derivationKey: Uint8Array, purpose: string): string =>
  Buffer.from(hkdfSync('sha256', derivationKey, '', `parley panelreview ${purpose}`, BYTES)).toString('hex');

/**
 * The secrets of the draws of one seat, the first one’s first. Each is laid open at its draw, and serves no other.
 * @param id of the case, or of the hotline request
 * @param count how many
 */
export const drawSecrets = (derivationKey: Uint8Array, id: string, seat: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => secretFor(derivationKey, `draw ${id} ${seat} ${String(index + 1)}`));

/**
 * What is published when a panel is opened: the commitments to the first draws of every seat that it may come to have.
 * @param seatsPerSide of the track with most seats
 * @param ahead so many draws of each seat
 */
export const openingCommitments = (
  derivationKey: Uint8Array,
  id: string,
  { seatsPerSide, ahead }: { readonly seatsPerSide: number; readonly ahead: number },
): Readonly<Record<string, readonly Sha256[]>> =>
  Object.fromEntries(
    vacantSeats(1, seatsPerSide).map((seat) => [
      seat.id,
      drawSecrets(derivationKey, id, seat.id, ahead).map(drawCommitment),
    ]),
  );

/** The secrets that draws of a panel may need now: of each seat up to the first of which nothing is published yet. */
export const secretsOfPanel = (
  derivationKey: Uint8Array,
  { caseId, seats, drawCommitments, draws }: Pick<RecordedPanel, 'caseId' | 'seats' | 'drawCommitments' | 'draws'>,
): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    seats.map(({ id }) => {
      const count = Math.max(drawCommitments[id]?.length ?? 0, nextDraw({ draws }, id)) + 1;
      return [id, drawSecrets(derivationKey, caseId, id, count)];
    }),
  );
