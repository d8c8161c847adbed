import { createPublicKey, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** A certificate for 127.0.0.1 that its own key signed, and the key, both as PEM. */
export interface OwnCertificate {
  readonly cert: string;
  readonly key: string;
}

/** Makes one (RFC 5280, in the encoding of X.690); Node can read certificates, but has nothing that makes them. */
export function ownCertificate(): OwnCertificate {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = list(der(SET, list(oid('550403'), der(UTF8, Buffer.from('Parley, for a test')))));
  const [yesterday, later] = [time(Date.now() - DAY_MS), time(Date.now() + DAY_MS)];
  const extension = (id: string, value: Buffer): Buffer => list(oid(id), der(OCTETS, value));
  const body = list(
    der(VERSION, der(INTEGER, Buffer.from([2]))),
    der(INTEGER, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    ECDSA_WITH_SHA256,
    name,
    list(yesterday, later),
    name,
    createPublicKey(privateKey).export({ format: 'der', type: 'spki' }),
    der(
      EXTENSIONS,
      list(
        extension('551d13', list(der(BOOLEAN, Buffer.from([0xff])))),
        extension('551d11', list(der(IP_ADDRESS, Buffer.from([127, 0, 0, 1])))),
      ),
    ),
  );
  const signature = Buffer.concat([Buffer.from([0]), sign('sha256', body, privateKey)]);
  const text = list(body, ECDSA_WITH_SHA256, der(BITS, signature)).toString('base64');
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${text.replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ format: 'pem', type: 'pkcs8' }) as string,
  };
}

const DAY_MS = 86_400_000;
const [BOOLEAN, INTEGER, BITS, OCTETS, OBJECT_ID, UTF8, UTC_TIME, SEQUENCE, SET] = [
  0x01, 0x02, 0x03, 0x04, 0x06, 0x0c, 0x17, 0x30, 0x31,
] as const;
const [VERSION, EXTENSIONS, IP_ADDRESS] = [0xa0, 0xa3, 0x87] as const;

function der(tag: number, content: Buffer): Buffer {
  const { length } = content;
  const long = length < 0x80 ? [] : length < 0x100 ? [0x81] : [0x82, length >> 8];
  return Buffer.concat([Buffer.from([tag, ...long, length & 0xff]), content]);
}

const list = (...parts: readonly Buffer[]): Buffer => der(SEQUENCE, Buffer.concat(parts));
const oid = (hex: string): Buffer => der(OBJECT_ID, Buffer.from(hex, 'hex'));
const time = (at: number): Buffer =>
  der(UTC_TIME, Buffer.from(`${new Date(at).toISOString().replace(/\D/g, '').slice(2, 14)}Z`));
const ECDSA_WITH_SHA256 = list(oid('2a8648ce3d040302'));
