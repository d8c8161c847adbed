import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';

const ITERATIONS = 4_096;
const KEY_BYTES = 32;

/**
 * The verifier that PostgreSQL keeps of a password (RFC 5803, SCRAM-SHA-256). A statement that gives it in place of the
 * password does not show the password, and a server may log statements.
 * @param password printable ASCII, or text in its compatibility form (NFKC), as logins normalise it
 * @param salt 16 random bytes when left out
 */
export function scramVerifier(password: string, salt: Uint8Array = randomBytes(16)): string {
  const salted = pbkdf2Sync(password.normalize('NFKC'), salt, ITERATIONS, KEY_BYTES, 'sha256');
  const keyed = (words: string): Buffer => createHmac('sha256', salted).update(words).digest();
  const stored = createHash('sha256').update(keyed('Client Key')).digest('base64');
  const [salt64, server] = [Buffer.from(salt).toString('base64'), keyed('Server Key').toString('base64')];
  return `SCRAM-SHA-256$${ITERATIONS}:${salt64}$${stored}:${server}`;
}
