import { memoryPasskey, sha256, type ActSignature, type WrongAnswer } from '@parley/event-store';
import { canonicalJson } from '@parley/kernel';
import { sideKey, signatureBy, streamOfActs, type ActMade, type SideKeyMade } from '../signed-record.fixture';
import { asked, historyOf, SmallRecord } from '../small-record.fixture';
import { isSignature } from './committed-act';

describe('signatures of persons in an export of a history', () => {
  let record: SmallRecord;
  const refused = async (words: readonly string[], code: string) => {
    expect(await asked('verify', ...words)).toMatchObject({ exit: 1, holds: false, code });
  };
  afterAll(() => record.remove());

  const [EARLY, LATER] = ['2025-02-05T08:00:00.000Z', '2025-02-06T08:00:00.000Z'];
  const caseId = '5f0c7b0e-6a55-8d0c-9a68-2f6f5f0f2b11';
  const body = { proposedFor: LATER };
  const said = { act: `POST /v1/cases/${caseId}/calls`, case: caseId, once: 'signed' };
  const passkey = memoryPasskey('https://parley.example');
  const whose = { personId: 'us-wei', credentialId: passkey.credentialId };
  let [side, hers]: SideKeyMade[] = [];
  let shown: object[] = [];

  beforeAll(async () => {
    record = await SmallRecord.of(['one']);
    side = await sideKey('US', EARLY, { required: true });
    hers = await sideKey('US', EARLY, { personId: 'us-wei', credentialId: null });
    const { thumbprint, jwk: key } = passkey;
    const registration = { act: 'POST /v1/parties/US/keys', case: null, once: 'passkey' };
    const signature = await signatureBy(side, registration, { key, authority: 'A letter', ...whose });
    shown = [side.shown, hers.shown, { ...side.shown, thumbprint, key, ...whose, required: false, signature }];
  });

  const made = (signature: ActSignature, more: Partial<ActMade> = {}): ActMade => ({
    ...{ party: 'US', personId: 'us-wei', body, at: LATER, signature, ...more },
  });
  const asserted = (wrong?: WrongAnswer): ActSignature => {
    const assertion = passkey.signAct({ ...said, shown: sha256(canonicalJson(body)) }, wrong);
    return { ...said, key: passkey.thumbprint, assertion };
  };
  const checked = (made: ActMade, keys = shown): readonly string[] => [
    ...['export', record.put('p.ndjson', historyOf(streamOfActs(`intake.case-${caseId}`, [made])).join('\n'))],
    ...['--party-keys', record.put('persons-keys.json', JSON.stringify({ items: keys }))],
  ];

  it('hold where who acted is whose key it is, and a passkey tells where it was asked', async () => {
    expect(await asked('verify', ...checked(made(asserted())))).toMatchObject({
      ...{ exit: 0, holds: true },
      found: {
        ...{ signed: 1, keys: { [`US ${passkey.thumbprint}`]: 1 } },
        passkeys: [{ origin: 'https://parley.example', relyingParty: 'parley.example', acts: 1 }],
      },
    });
    const signature = await signatureBy(hers!, said, body);
    expect(await asked('verify', ...checked(made(signature)))).toMatchObject({ exit: 0, found: { signed: 1 } });
  });

  it('are refused of another person, from a frame, unverified, of another act, too early, in other forms', async () => {
    const right = asserted();
    const bySide = await signatureBy(side!, said, body);
    const later = shown.map((each) => ({ ...each, from: '2025-02-07T08:00:00.000Z', signature: null }));
    for (const [wrong, code, keys] of [
      [made(right, { personId: 'us-anna' }), 'signature-of-another-person'],
      [made(await signatureBy(hers!, said, body), { personId: 'us-anna' }), 'signature-of-another-person'],
      [made(right, { party: 'CN' }), 'signature-key-unknown'],
      [made(asserted({ client: { crossOrigin: true } })), 'signature-from-elsewhere'],
      [made(asserted({ host: 'elsewhere.example' })), 'signature-from-elsewhere'],
      [made(asserted({ flags: 0x01 })), 'signature-user-not-verified'],
      [made(right, { body: {} }), 'signature-of-another-act'],
      [made({ ...right, once: 'again' }), 'signature-of-another-act'],
      [made(right), 'signature-key-not-in-force', later],
      [made({ ...right, assertion: `${right.assertion ?? ''}=` } as ActSignature), 'signature-forged'],
      [made({ ...bySide, key: passkey.thumbprint }), 'signature-forged'],
      [made({ ...right, key: side!.shown.thumbprint }), 'signature-forged'],
    ] as const)
      await refused(checked(wrong, keys), code);
  });

  it('are by one means: what carries two is no signature', () => {
    const right = asserted();
    expect(isSignature(right)).toBe(true);
    expect(isSignature({ ...right, jws: 'a.b.c' })).toBe(false);
    expect(isSignature({ ...right, assertion: undefined })).toBe(false);
  });

  it('rest on the key of the side, which goes on and says whose the key is', async () => {
    const right = made(asserted());
    const changed = (more: object) => [...shown.slice(0, 2), { ...shown[2], ...more }];
    await refused(checked(right, changed({ personId: 'us-anna' })), 'signature-of-another-act');
    await refused(checked(right, changed({ required: true })), 'signature-of-another-act');
    const ended = { ...side!.shown, endsAt: '2025-02-05T07:00:00.000Z' };
    await refused(checked(right, [ended, ...shown.slice(1)]), 'signature-key-unknown');
    await refused(checked(right, [{ ...side!.shown, personId: 'us-wei' }, ...shown.slice(1)]), 'signature-key-unknown');
  });

  it('rest on a key of the side that says of itself that it is required, or is not', async () => {
    for (const required of [true, false]) {
      const next = await sideKey('US', LATER, { required });
      const registration = { act: 'POST /v1/parties/US/keys', case: null, once: 'next' };
      const { key, authority } = next.shown;
      const signature = await signatureBy(side!, registration, { key, authority, required });
      const keys = [
        { ...side!.shown, endsAt: LATER },
        { ...next.shown, signature },
      ];
      expect(await asked('verify', ...checked(made(await signatureBy(next, said, body)), keys))).toMatchObject({
        ...{ exit: 0, found: { signed: 1 } },
      });
      const otherwise = [keys[0]!, { ...next.shown, signature, required: !required }];
      const found = await asked('verify', ...checked(made(await signatureBy(next, said, body)), otherwise));
      expect(found).toMatchObject({ exit: 1, code: 'signature-of-another-act' });
    }
  });
});
