import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { problemCatalogue } from '../problems/problem-catalogue';
import { ProblemError } from '../problems/problem.error';

const NONCE = 12;
const TAG = 16;
/** Plain text is padded to a multiple of this, so that its length does not tell how big the numbers in it are. */
const BLOCK = 48;

/**
 * Cursors and positions as clients hold them: encrypted and authenticated (AES-256-GCM), so that they give away no
 * volume and cannot be made up. A scope keeps a cursor of one list from being used with another.
 */
export class CursorCodec {
  private readonly key: Buffer;

  /** @param secret at least 32 bytes, the same in every process that serves the same clients */
  constructor(secret: Uint8Array) {
    if (secret.length < 32) throw new RangeError('a cursor secret has at least 32 bytes');
    this.key = createHash('sha256').update('parley cursor').update(secret).digest();
  }

  /** @param value anything with a JSON form */
  seal(scope: string, value: unknown): string {
    const text = Buffer.from(JSON.stringify(value));
    const padded = Buffer.alloc(Math.ceil((text.length + 1) / BLOCK) * BLOCK, 0x20);
    text.copy(padded);
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce).setAAD(Buffer.from(scope));
    return Buffer.concat([nonce, cipher.update(padded), cipher.final(), cipher.getAuthTag()]).toString('base64url');
  }

  /** @throws ProblemError 400 `cursor-invalid` for anything that `seal` did not make with this scope and secret */
  open(scope: string, sealed: string): unknown {
    try {
      const bytes = Buffer.from(sealed, 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', this.key, bytes.subarray(0, NONCE), {
        authTagLength: TAG,
      }).setAAD(Buffer.from(scope));
      decipher.setAuthTag(bytes.subarray(-TAG));
      return JSON.parse(
        Buffer.concat([decipher.update(bytes.subarray(NONCE, -TAG)), decipher.final()]).toString('utf8'),
      );
    } catch {
      throw new ProblemError(problemCatalogue.cursorInvalid);
    }
  }
}
