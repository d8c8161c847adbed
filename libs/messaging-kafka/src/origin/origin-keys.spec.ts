import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { readSettings } from '@parley/http';
import * as fc from 'fast-check';
import { TELLING_CONTEXTS } from '../topics';
import { messageSigner, signatureOf } from './message-signer';
import { OriginKeys } from './origin-keys';
import { ORIGIN_VARIABLES, publicKeysText } from './origin-variables';
import { SIGNATURE_HEADER, signedBytes } from './signed-bytes';

const made = () => generateKeyPairSync('ed25519').privateKey;
const pemOf = (key: ReturnType<typeof made>) => key.export({ format: 'pem', type: 'pkcs8' }).toString();

describe('what is signed', () => {
  it('is another text for another place, key, attribute or value, whatever bytes these hold', () => {
    const bytes = fc.uint8Array({ maxLength: 6 });
    const messages = fc.record({
      place: fc.record({ topic: fc.constantFrom('a', 'a.v1', '"a"'), partition: fc.nat(2) }),
      message: fc.record({
        key: fc.option(bytes),
        value: bytes,
        headers: fc.dictionary(fc.constantFrom('ce_id', 'ce_type', 'content-type', 'ce_"'), bytes),
      }),
    });
    const hex = ({
      place,
      message: { key, value, headers },
    }: typeof messages extends fc.Arbitrary<infer M> ? M : never) =>
      JSON.stringify([
        ...[place.topic, place.partition, key && Buffer.from(key).toString('hex'), Buffer.from(value).toString('hex')],
        ...Object.entries(headers)
          .map(([name, given]) => `${name} ${Buffer.from(given).toString('hex')}`)
          .sort(),
      ]);
    fc.assert(
      fc.property(messages, messages, (one, other) => {
        const isSame = signedBytes(one.place, one.message).equals(signedBytes(other.place, other.message));
        expect(isSame).toBe(hex(one) === hex(other));
      }),
    );
  });

  it('is the same whatever the trace of the sending, and in whatever order headers stand', () => {
    const place = { topic: 't', partition: 0 };
    const message = { key: 'c', value: Buffer.from('x'), headers: { ce_id: '1', ce_type: 'ü' } };
    const read = { ce_type: Buffer.from('ü'), traceparent: Buffer.from('00-1'), ce_id: Buffer.from('1') };
    expect(signedBytes(place, { ...message, key: Buffer.from('c'), headers: read })).toEqual(
      signedBytes(place, message),
    );
  });
});

describe('the keys of messages', () => {
  const [first, second] = [made(), made()];
  const keys = TELLING_CONTEXTS.map((context) => ({
    context,
    key: createPublicKey(context === 'intake' ? first : made()),
  }));
  const text = publicKeysText(keys);
  const read = (publicKeys: string, key = pemOf(first)) =>
    readSettings({ PARLEY_MESSAGE_KEY: key, PARLEY_MESSAGE_PUBLIC_KEYS: publicKeys }, ORIGIN_VARIABLES);

  it('are read from the settings, with remarks and with more than one of a context', async () => {
    const both = `# since the spring\n${text}\n${publicKeysText([{ context: 'intake', key: createPublicKey(second) }])}`;
    const { messageKey, messagePublicKeys } = read(both);
    const place = { topic: 't', partition: 0, context: 'intake' };
    for (const key of [messageKey, second]) {
      const signer = messageSigner(key);
      expect(messagePublicKeys.isOf('intake', signer.keyId)).toBe(true);
      expect(messagePublicKeys.isOf('audit', signer.keyId)).toBe(false);
      const message = { key: null, value: Buffer.from('x'), headers: {} };
      const headers = { [SIGNATURE_HEADER]: Buffer.from(await signatureOf(signer, place, message)) };
      expect(await messagePublicKeys.wrongOf(place, { ...message, headers })).toBeUndefined();
      expect(messagePublicKeys.wrongNow(place, { ...message, headers })).toBeUndefined();
      expect(await new OriginKeys(keys).wrongOf(place, { ...message, headers })).toBe(
        key === second ? 'unknown-key' : undefined,
      );
    }
  });

  it.each([
    ['without one of a context', text.replace(/^referral.*\n/m, ''), /PUBLIC_KEYS has no key of referral\./],
    ['of nobody', `${text}postal MCow\n`, /PUBLIC_KEYS must have a context and a base64 Ed25519 public key/],
    ['that are none', `${text}intake MCow\n`, /PUBLIC_KEYS must have a context and a base64 Ed25519 public key/],
    [
      'of two contexts at once',
      text + publicKeysText([{ context: 'audit', key: createPublicKey(first) }]),
      /PUBLIC_KEYS gives one key to two contexts/,
    ],
  ])('are refused %s', (_what, publicKeys, fault) => {
    expect(() => read(publicKeys)).toThrow(fault);
  });

  it('are Ed25519, and never told in a refusal', () => {
    const other = pemOf(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey);
    expect(() => read(text, other)).toThrow(
      /^Wrong settings: PARLEY_MESSAGE_KEY must be an Ed25519 private key in PEM\.$/,
    );
    expect(() => messageSigner(generateKeyPairSync('ed448').privateKey)).toThrow(TypeError);
  });
});
