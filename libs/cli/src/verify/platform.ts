import type { SignatureChecks } from '@parley/event-store/signatures';
import { utf8, type Checks } from '@parley/transparency/offline';

/** What a file was found to be. */
export interface FileDigests {
  readonly sha256: string;
  readonly sha512: string;
  /** Bytes. */
  readonly size: number;
}

/** What Node and a browser have each in its own way. Everything else that verifies a dossier is the same code. */
export interface Platform {
  readonly checks: Checks;
  /** Checks signatures of the sides and of their persons. */
  readonly signatures: SignatureChecks;
  /** Both digests of bytes, as they come. */
  digests(bytes: AsyncIterable<Uint8Array>): Promise<FileDigests>;
  /** The SHA-256 of bytes, as they come. */
  sha256(bytes: AsyncIterable<Uint8Array>): Promise<string>;
}

/** Lower-case hexadecimal. */
export const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** The bytes of hexadecimal that was found to be a digest. */
export const bytesOfHex = (hex: string): Uint8Array =>
  Uint8Array.from({ length: hex.length / 2 }, (_, at) => Number.parseInt(hex.slice(2 * at, 2 * at + 2), 16));

/** The SHA-256 of bytes, or of the UTF-8 of a text, in lower-case hexadecimal. */
export const sha256Of = async ({ checks }: Platform, content: Uint8Array | string): Promise<string> =>
  hexOf(await checks.digest(typeof content === 'string' ? utf8(content) : content));
