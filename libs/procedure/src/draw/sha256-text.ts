import type { Sha256 } from '@parley/kernel';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** SHA-256 of a text's UTF-8 bytes, as `printf %s "$text" | sha256sum` prints it. */
export const sha256Text = (text: string): Sha256 => bytesToHex(sha256(utf8ToBytes(text))) as Sha256;
