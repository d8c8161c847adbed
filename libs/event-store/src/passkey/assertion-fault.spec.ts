import { createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import type { PartyJwk, Sha256 } from '@parley/kernel';
import { sha256 } from '../commitment';
import { assertionFault as faultIn, originOf, type AskedOfPasskey, type AssertionFault } from './assertion-fault';
import { memoryPasskey, type WrongAnswer } from './memory-passkey';
import { nodeSignatureChecks } from './node-signature-checks';
import { readAssertion, writeAssertion, type PasskeyAssertion } from './passkey-assertion';

const ORIGIN = 'https://parley.example';
const digest = sha256('an act');
const assertionFault = (assertion: PasskeyAssertion, asked: AskedOfPasskey): Promise<AssertionFault | undefined> =>
  faultIn(assertion, asked, nodeSignatureChecks);

describe.each(['ES256', 'EdDSA'] as const)('the assertion of a passkey by %s', (kind) => {
  const passkey = memoryPasskey(ORIGIN, kind);
  const asked = { jwk: passkey.jwk, digest, origin: ORIGIN };
  const faultOf = (wrong: WrongAnswer) => assertionFault(passkey.answer(digest, wrong), asked);

  it('signs the digest that is its challenge, with the user verified, on a page of the origin', async () => {
    const assertion = passkey.answer(digest);
    await expect(assertionFault(assertion, asked)).resolves.toBeUndefined();
    expect(originOf(assertion)).toBe(ORIGIN);
    await expect(faultOf({ client: { crossOrigin: undefined } })).resolves.toBeUndefined();
    await expect(faultOf({ client: { later: 'what a later browser adds' } })).resolves.toBeUndefined();
    // Synchronised passkeys say so by two flags more.
    await expect(faultOf({ flags: 0x1d })).resolves.toBeUndefined();
  });

  it('signs no other digest', async () => {
    await expect(assertionFault(passkey.answer(sha256('another act')), asked)).resolves.toBe('another-act');
    await expect(faultOf({ client: { challenge: digest } })).resolves.toBe('another-act');
  });

  it.each<[string, WrongAnswer]>([
    ['another site', { client: { origin: 'https://parley.example.evil.example' } }],
    ['a site below it', { client: { origin: 'https://pages.parley.example' } }],
    ['another port', { client: { origin: 'https://parley.example:8443' } }],
    ['the same host without TLS', { client: { origin: 'http://parley.example' } }],
    ['another relying party', { host: 'example' }],
    ['a frame on another site', { client: { crossOrigin: true } }],
    ['a frame, whose top page is named', { client: { topOrigin: 'https://evil.example' } }],
  ])('counts not from %s', async (_where, wrong) => {
    await expect(faultOf(wrong)).resolves.toBe('another-origin');
  });

  it('counts not unless the user was there and was verified', async () => {
    for (const flags of [0x00, 0x01, 0x04, 0x19]) await expect(faultOf({ flags })).resolves.toBe('user-not-verified');
  });

  it('counts not when it is a registration, or says two things', async () => {
    await expect(faultOf({ client: { type: 'webauthn.create' } })).resolves.toBe('malformed');
    await expect(faultOf({ client: { type: 'payment.get' } })).resolves.toBe('malformed');
    await expect(faultOf({ client: { crossOrigin: 'false' } })).resolves.toBe('malformed');
    await expect(faultOf({ client: { origin: undefined } })).resolves.toBe('malformed');
    // It would carry a key, and is none without.
    await expect(faultOf({ flags: 0x45 })).resolves.toBe('malformed');
    // It says that extensions follow, and ends.
    await expect(faultOf({ flags: 0x85 })).resolves.toBe('malformed');
    const whole = passkey.answer(digest);
    const text = Buffer.from(whole.clientData).toString();
    const twice = `${text.slice(0, -1)},"origin":"https://evil.example"}`;
    for (const clientData of ['', 'null', '[]', twice, ` ${text}`, text.replace('{', '{"a":1,')])
      await expect(assertionFault({ ...whole, clientData: Buffer.from(clientData) }, asked)).resolves.toBe('malformed');
    const longer = Buffer.concat([whole.authenticatorData, Buffer.of(0)]);
    for (const authenticatorData of [Buffer.alloc(0), whole.authenticatorData.subarray(0, 36), longer])
      await expect(assertionFault({ ...whole, authenticatorData }, asked)).resolves.toBe('malformed');
  });

  it('is forged by any other key, over anything else, and in any other bytes', async () => {
    const whole = passkey.answer(digest);
    const other = memoryPasskey(ORIGIN, kind);
    await expect(assertionFault(whole, { ...asked, jwk: other.jwk })).resolves.toBe('forged');
    const counted = Buffer.from(whole.authenticatorData);
    counted[36] = 1;
    await expect(assertionFault({ ...whole, authenticatorData: counted }, asked)).resolves.toBe('forged');
    const spaced = Buffer.from(`${Buffer.from(whole.clientData).toString()} `);
    await expect(assertionFault({ ...whole, clientData: spaced }, asked)).resolves.toBe('forged');
    for (const signature of [Buffer.alloc(0), Buffer.alloc(64), Buffer.concat([whole.signature, Buffer.of(0)])])
      await expect(assertionFault({ ...whole, signature }, asked)).resolves.toBe('forged');
    const elsewhere = memoryPasskey(ORIGIN, kind === 'ES256' ? 'EdDSA' : 'ES256');
    await expect(assertionFault(whole, { ...asked, jwk: elsewhere.jwk })).resolves.toBe('forged');
  });

  it('is read in the one way in which it is written', () => {
    const assertion = passkey.answer(digest);
    const text = writeAssertion(assertion);
    expect(readAssertion(text)).toEqual(assertion);
    expect(text.length).toBeLessThan(700);
    const [head = '', data = '', client = '', signature = ''] = text.split('.');
    for (const other of [
      ...['', 'webauthn ', text.slice(9), ` ${text}`, text.replace(' ', '  '), `${text}=`, `${text}.`, `${text}.AA`],
      ...[`${head}.${data}.${client}`, `${head.slice(0, -1)}.${data}.${client}.${signature}`, text.toUpperCase()],
      ...[`${head}.${data}+.${client}.${signature}`, `${head}.${data}.${client}.${signature}${'A'.repeat(2_000)}`],
    ])
      expect(readAssertion(other)).toBeUndefined();
  });
});

describe('a signature by a key that is no passkey', () => {
  it('is none of ECDSA where it is written as in a JWS', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const passkey = memoryPasskey(ORIGIN);
    const { authenticatorData, clientData, key } = passkey.answer(digest);
    const signed = Buffer.concat([authenticatorData, Buffer.from(sha256(clientData), 'hex')]);
    const asked = { jwk: publicKey.export({ format: 'jwk' }) as PartyJwk, digest, origin: ORIGIN };
    const by = (dsaEncoding: 'der' | 'ieee-p1363'): PasskeyAssertion => {
      const signature = sign('sha256', signed, { key: privateKey, dsaEncoding });
      return { key, authenticatorData, clientData, signature };
    };
    await expect(assertionFault(by('der'), asked)).resolves.toBeUndefined();
    await expect(assertionFault(by('ieee-p1363'), asked)).resolves.toBe('forged');
  });
});

/** Authentications that WebAuthn Level 3 publishes, section 16: relying party `example.org`. */
describe('the vectors of WebAuthn Level 3', () => {
  const ID = 'bfabc37432958b063360d3ad6461c9c4735ae7f8edd46592a5e0f01452b2e4b5';
  const client = (challenge: string, more: string): Uint8Array => {
    const begins = { type: 'webauthn.get', challenge: hex(challenge).toString('base64url') };
    return Buffer.from(`${JSON.stringify({ ...begins, origin: 'https://example.org' }).slice(0, -1)},${more}}`);
  };
  const hex = (text: string): Buffer => Buffer.from(text, 'hex');
  const ec = (x: string, y: string): PartyJwk => ({ kty: 'EC', crv: 'P-256', x: coordinate(x), y: coordinate(y) });
  const coordinate = (text: string): string => hex(text).toString('base64url');
  const FALSE = '"crossOrigin":false';
  const extra = '"extraData":"clientDataJSON may be extended with additional fields in the future, such as this: ';

  it.each<[string, string | undefined, PartyJwk, string, string, string, string]>([
    [
      'the one with a very long id holds',
      undefined,
      ec(
        '3b8176b7504489cc593046d7988abb7905a742de6ac2cdc748a873c663e90cb1',
        '1436d5edc9a75f23999eef9d5950a5c2455514ee1014084720f841a06b828a11',
      ),
      'ef1deba56dce48f674a447ccf63b9599258ce87648e5c396f2ef0ca1da460e3b',
      '0d00000000',
      FALSE,
      '304502203ecef83fb12a0cae7841055f9f87103a99fd14b424194bbf06c4623d3ee6e3fd' +
        '022100d2ace346db262b1374a6b70faa51f518a42ddca13a4125ce6f5052a75bac9fb6',
    ],
    [
      'the one of ES256 has no user verified',
      'user-not-verified',
      ec(
        'afefa16f97ca9b2d23eb86ccb64098d20db90856062eb249c33a9b672f26df61',
        '930a56b87a2fca66334b03458abf879717c12cc68ed73290af2e2664796b9220',
      ),
      '39c0e7521417ba54d43e8dc95174f423dee9bf3cd804ff6d65c857c9abf4d408',
      '1900000000',
      FALSE,
      '3046022100f50a4e2e4409249c4a853ba361282f09841df4dd4547a13a87780218deffcd38' +
        '0221008480ac0f0b93538174f575bf11a1dd5d78c6e486013f937295ea13653e331e87',
    ],
    [
      'the one from a frame is from elsewhere',
      'another-origin',
      ec(
        '22200a473f90b11078851550d03b4e44a2279f8c4eca27b3153dedfe03e4e97d',
        'cbd0be95e746ad6f5a8191be11756e4c0420e72f65b466d39bc56b8b123a9c6e',
      ),
      '876aa517ba83fdee65fcffdbca4c84eeae5d54f8041a1fc85c991e5bbb273137',
      '0500000000',
      `"crossOrigin":true,${extra}92pcTVD0Aby-q4dtmj6efg"`,
      '3046022100eb12fcf23b12764c0f122e22371fab92e283879fd798f38ee1841c951b6e40e7' +
        '022100c76237ff9db77b3c56f30837cda6a09acfa2e915544e609c0733b1184036d1cf',
    ],
    [
      'the one of Ed25519 has no user verified',
      'user-not-verified',
      {
        kty: 'OKP',
        crv: 'Ed25519',
        x: coordinate('44e06ddd331c36a8dc667bab52bcae63486c916aa5e339e6acebaa84934bf832'),
      },
      '895957e01c633a698348a2d8a31a54b7db27e8c1c43b2080d79ae2190267bfd2',
      '0100000000',
      FALSE,
      'f5c59c7e46c34f6f8cc197101ddf9934fa2595f68eb1913a637e8419eb9ba4cf' +
        'dfc48f85393bc0d40b011f0d6fecb097d6607525713223a0dc0d453993dae00b',
    ],
  ])('%s', async (_which, fault, jwk, challenge, flags, more, signature) => {
    const assertion = {
      key: 'x'.repeat(43),
      authenticatorData: hex(ID + flags),
      clientData: client(challenge, more),
      signature: hex(signature),
    };
    const asked = { jwk, digest: challenge as Sha256, origin: 'https://example.org' };
    await expect(assertionFault(assertion, asked)).resolves.toBe(fault);
    // Its signature holds all the same, or the fault would be another one where it is looked at alone.
    expect(signatureHolds(jwk, assertion)).toBe(true);
  });
});

function signatureHolds(jwk: PartyJwk, { authenticatorData, clientData, signature }: PasskeyAssertion): boolean {
  const signed = Buffer.concat([authenticatorData, Buffer.from(sha256(clientData), 'hex')]);
  return verify(
    jwk.kty === 'EC' ? 'sha256' : null,
    signed,
    createPublicKey({ format: 'jwk', key: { ...jwk } }),
    signature,
  );
}
