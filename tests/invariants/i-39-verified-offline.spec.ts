import { Socket } from 'node:net';
import { memorySigner, type RegistrySigner } from '@parley/auth';
import { canonicalHeader, InMemoryEventStore, memoryPasskey, sha256, type RecordedEvent } from '@parley/event-store';
import type { RegisterPorts } from '@parley/http';
import { canonicalJson, type Instant } from '@parley/kernel';
import { LogRefused } from '@parley/transparency';
import fc from 'fast-check';
import { provedDossier, type ProvedDossier } from '../../libs/cli/src/proved-dossier.fixture';
import { Refused } from '../../libs/cli/src/report/refused';
import { Told } from '../../libs/cli/src/report/told';
import { sideKey, signatureBy, streamOfActs, type ActMade } from '../../libs/cli/src/signed-record.fixture';
import { bagOf, CONTENT, dossierOf, KEYS, type Files } from '../../libs/cli/src/small-dossier.fixture';
import { committed } from '../../libs/cli/src/verify/committed-event';
import { dossierHolds, type GivenWithDossier } from '../../libs/cli/src/verify/dossier-holds';
import { nodePlatform } from '../../libs/cli/src/verify/node-platform';
import { signaturesHold } from '../../libs/cli/src/verify/signed-acts';
import { takeKey } from '../../services/intake/src/registry/signing-keys/signing-keys';
import { sentence } from './sentences';

const AT = '2025-02-05T08:00:00.000Z';
const bytesOf = (files: Files): ReadonlyMap<string, Uint8Array> =>
  new Map(Object.entries(files).map(([file, text]) => [file, Buffer.from(text)]));

/** The code with which something is refused; `holds` when it is believed. */
const outcomeOf = async (check: (told: Told) => Promise<unknown>): Promise<string> =>
  check(new Told()).then(
    () => 'holds',
    (error: unknown) => {
      if (error instanceof Refused || error instanceof LogRefused) return error.code;
      throw error;
    },
  );

describe(sentence('I-39'), () => {
  let dossier: ProvedDossier;
  let connecting: jest.SpyInstance;
  beforeAll(async () => {
    dossier = await provedDossier();
    connecting = jest.spyOn(Socket.prototype, 'connect').mockImplementation(() => {
      throw new Error('there is no network');
    });
  });
  afterAll(() => {
    expect(connecting).not.toHaveBeenCalled();
    connecting.mockRestore();
  });

  const outcome = (files: ReadonlyMap<string, Uint8Array>, given: GivenWithDossier): Promise<string> =>
    outcomeOf((told) => dossierHolds(bagOf(files), given, told, nodePlatform));
  const proofs = (change: Partial<Record<'text' | 'policy', string>> = {}) => ({
    proofs: { text: dossier.proofs, policy: dossier.policy, ...change },
  });
  const onFirst = (change: (line: Record<string, unknown>) => object) =>
    proofs({
      text: dossier.withLines(([line = '', ...lines]) => [
        `${JSON.stringify(change(JSON.parse(line) as Record<string, unknown>))}\n`,
        ...lines,
      ]),
    });

  it('whoever has a dossier, its proofs and the policy verifies receipt, inclusion and signatures', async () => {
    const told = new Told();
    const given = { keys: KEYS, proofs: { text: dossier.proofs, policy: '', kept: dossier.policy } };
    await expect(dossierHolds(bagOf(bytesOf(dossier.files)), given, told, nodePlatform)).rejects.toThrow(Refused);
    given.proofs.policy = dossier.policy;
    await dossierHolds(bagOf(bytesOf(dossier.files)), given, told, nodePlatform);
    expect(told.found).toMatchObject({
      ...{ receipt: 'r-1', provedEvents: 2, signaturesInTheLog: ['CN'], jointlyAttested: true },
    });
  });

  it('no byte of a file of it can be another, and no file can be missing', async () => {
    const all = { ...dossier.files, text: dossier.proofs, policy: dossier.policy };
    const place = fc
      .constantFrom(...Object.keys(all))
      .chain((file) => fc.tuple(fc.constant(file), fc.nat(Buffer.byteLength(all[file as never]) - 1), fc.nat(7)));
    await fc.assert(
      fc.asyncProperty(place, async ([file, at, bit]) => {
        const bytes = Buffer.from(all[file as keyof typeof all]);
        bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
        const isBeside = file === 'text' || file === 'policy';
        const files = bytesOf(dossier.files);
        const changed = isBeside ? files : new Map(files).set(file, bytes);
        expect(await outcome(changed, isBeside ? proofs({ [file]: bytes.toString() }) : proofs())).not.toBe('holds');
        const gone = new Map(files);
        if (gone.delete(file)) expect(await outcome(gone, proofs())).toMatch(/^file-(missing|unnamed)$/);
      }),
      { numRuns: 300 },
    );
  });

  it('a receipt that the registry did not sign is none', async () => {
    const page = 'data/documents/11-verification.json';
    const forged = { ...CONTENT, [page]: CONTENT[page]?.replace(/(.)(?=.{20}"[^"]*$)/, flipLetter) ?? '' };
    expect(forged[page]).not.toBe(CONTENT[page]);
    expect(await outcome(bytesOf(dossierOf(CONTENT)), { keys: KEYS })).toBe('holds');
    expect(await outcome(bytesOf(dossierOf(forged)), { keys: KEYS })).toBe('receipt-forged');
  });

  it('a receipt by a key of another time or purpose is none, and no start goes on with another key', async () => {
    const {
      keys: [key],
    } = JSON.parse(KEYS) as { readonly keys: readonly object[] };
    const inUse = (time: object): string => JSON.stringify({ keys: [{ ...key, from: null, ...time }] });
    const files = bytesOf(dossierOf(CONTENT));
    expect(await outcome(files, { keys: inUse({ until: '2025-02-05T08:00:00.001Z' }) })).toBe('holds');
    expect(await outcome(files, { keys: inUse({ until: AT }) })).toBe('key-not-in-force');
    expect(await outcome(files, { keys: inUse({ until: null, signs: 'webhooks' }) })).toBe('key-unknown');
    const clock = { now: () => AT as Instant };
    const store = new InMemoryEventStore({ clock });
    const ports = { store, clock, ruleSets: { all: () => [] } } as unknown as RegisterPorts;
    const start = (signer: RegistrySigner) => takeKey(ports, { mode: 'production', signer, keysAre: 'kept' });
    expect(await start(memorySigner())).toBeUndefined();
    expect(await start(memorySigner())).toMatch(/not the one that the record says is in use/);
  });

  it('an event that is not in the log is not proved, nor one that a side did not cosign', async () => {
    const files = bytesOf(dossier.files);
    expect(
      await outcome(
        files,
        onFirst((line) => line),
      ),
    ).toBe('holds');
    expect(
      await outcome(
        files,
        onFirst((line) => ({ ...line, salt: '0'.repeat(64) })),
      ),
    ).toBe('inclusion-fails');
    const alone = (line: Record<string, unknown>) => ({
      ...line,
      proof: String(line['proof']).replace(/\u2014 west\S* \S+\n/, ''),
    });
    expect(await outcome(files, onFirst(alone))).toBe('quorum-missing');
  });

  it('a dossier that was not issued is none, whoever made it, nor is a signature over another', async () => {
    for (const [made, code] of [
      [{ packed: '0'.repeat(64) }, 'archive-differs'],
      [{ signed: '0'.repeat(64) }, 'record-differs'],
    ] as const) {
      const { files, proofs: text, policy } = await provedDossier(made);
      expect(await outcome(bytesOf(files), { proofs: { text, policy } })).toBe(code);
    }
  });

  it('a log with another past than the checkpoint that the dossier holds proves nothing of it', async () => {
    for (const [holds, code] of [
      ['checkpoint', 'holds'],
      ['first-edition', 'holds'],
      ['another-past', 'another-past'],
    ] as const) {
      const { files, proofs: text, policy } = await provedDossier({ holds });
      expect(await outcome(bytesOf(files), { proofs: { text, policy } })).toBe(code);
    }
    expect(await outcome(bytesOf(dossier.files), proofs({ text: dossier.withHead({}) }))).toBe('consistency-missing');
  });

  it('a signature in the record is by a key in force of the side or of who acted, over that act, or none', async () => {
    const key = await sideKey('CN', AT);
    const passkey = memoryPasskey('https://parley.example');
    const whose = { key: passkey.jwk, thumbprint: passkey.thumbprint, personId: 'wei', credentialId: 'AAAA' };
    const items = [key.shown, { ...key.shown, ...whose }];
    const given = () => Promise.resolve({ text: JSON.stringify({ items }), about: 'keys.json' });
    const [body, of] = [{ offered: 'a call' }, '5f0c1a52-6a1e-8a3b-9c4d-0123456789ab'];
    const said = { act: 'offer-call', case: of, once: 'k' };
    const signature = await signatureBy(key, said, body);
    const verified = (act: Omit<ActMade, 'party'>) => {
      const events = streamOfActs(`intake.case-${of}`, [{ party: 'CN', signature, ...act }]);
      const read = (event: RecordedEvent) => committed(canonicalHeader(event), event.commitment, event.eventId);
      return outcomeOf((told) => signaturesHold(events.map(read), given, told, nodePlatform));
    };
    expect(await verified({ body, at: AT })).toBe('holds');
    expect(await verified({ body: { offered: 'another' }, at: AT })).toBe('signature-of-another-act');
    expect(await verified({ body, at: '2025-02-05T07:59:59.000Z' })).toBe('signature-key-not-in-force');
    const asserted = (flags: number) => {
      const assertion = passkey.signAct({ ...said, shown: sha256(canonicalJson(body)) }, { flags });
      return { body, at: AT, signature: { ...said, key: passkey.thumbprint, assertion } };
    };
    expect(await verified({ ...asserted(0x05), personId: 'wei' })).toBe('holds');
    expect(await verified({ ...asserted(0x05), personId: 'anna' })).toBe('signature-of-another-person');
    expect(await verified({ ...asserted(0x01), personId: 'wei' })).toBe('signature-user-not-verified');
  });
});

const flipLetter = (letter: string): string => (letter === 'A' ? 'B' : 'A');
