import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { LogRefused } from '@parley/transparency';
import { provedDossier, type ProvedDossier } from '../proved-dossier.fixture';
import { Refused } from '../report/refused';
import { Told } from '../report/told';
import { writeFolder } from '../small-dossier.fixture';
import { asked, flipped } from '../small-record.fixture';
import { proofsHold } from './dossier-proofs';
import { nodePlatform } from './node-platform';
import { PROOFS, type GivenProofs } from './proof-lines';

describe('a dossier with the proofs that stand beside it', () => {
  let dossier: ProvedDossier;
  let folder: string;
  beforeAll(async () => {
    dossier = await provedDossier();
    folder = mkdtempSync(path.join(tmpdir(), 'parley-proved-'));
    writeFileSync(path.join(folder, 'd.zip'), dossier.zip);
    writeFolder(path.join(folder, 'unpacked'), dossier.files);
    writeFileSync(path.join(folder, 'kept'), dossier.policy);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const beside = ({ proofs, policy }: Pick<ProvedDossier, 'proofs' | 'policy'> = dossier): string =>
    writeFolder(path.join(folder, 'proofs'), { [PROOFS.events]: proofs, [PROOFS.policy]: policy });
  const verify = (...words: readonly string[]) =>
    asked('verify', 'dossier', path.join(folder, 'd.zip'), '--proofs', beside(), ...words);
  const refused = async (made: Pick<ProvedDossier, 'proofs' | 'policy'>, place = 'd.zip') =>
    (await asked('verify', 'dossier', path.join(folder, place), '--proofs', beside(made))).code;

  it('is the very file that the log holds was issued, with its events and its signatures', async () => {
    expect(await verify()).toMatchObject({
      ...{ exit: 0, holds: true },
      found: { provedEvents: 2, signaturesInTheLog: ['CN'], jointlyAttested: true, witnesses: ['east', 'west'] },
    });
  });

  it('is proved by a log that extends the checkpoint which it holds', async () => {
    const found = { coveredByRecordedCheckpoint: 2, extendsRecordedCheckpoint: true, recordedCheckpoint: { size: 2 } };
    expect(await verify()).toMatchObject({ exit: 0, found });
    const alone = await asked('verify', 'dossier', path.join(folder, 'd.zip'));
    expect(alone).toMatchObject({ exit: 0, found: { recordedCheckpoint: { size: 2, attested: true } } });
    expect(JSON.stringify(alone.unchecked)).toContain('they came with the dossier');
  });

  it('is refused by a log with another past, and without what shows that it has the same', async () => {
    const { policy } = dossier;
    const consistency = (hashes: unknown) => refused({ policy, proofs: dossier.withHead({ consistency: hashes }) });
    expect(await refused({ policy, proofs: dossier.withHead({}) })).toBe('consistency-missing');
    expect(await consistency({})).toBe('consistency-missing');
    expect(await consistency({ 5: [] })).toBe('another-past');
    expect(await consistency({ 4: [], 5: [] })).toBe('proof-malformed');
    for (const wrong of [[], { 5: 'x' }, { 5: [1] }, { 5: ['x'] }])
      expect(await consistency(wrong)).toBe('proof-malformed');
    const other = await provedDossier({ holds: 'another-past' });
    writeFileSync(path.join(folder, 'other.zip'), other.zip);
    expect(await refused(other, 'other.zip')).toBe('another-past');
  });

  it('needs no checkpoint in the first edition, and takes no proof about one there', async () => {
    const first = await provedDossier({ holds: 'first-edition' });
    writeFileSync(path.join(folder, 'first.zip'), first.zip);
    expect(await refused(first, 'first.zip')).toBeNull();
    const { policy } = first;
    expect(await refused({ policy, proofs: first.withHead({ consistency: {} }) }, 'first.zip')).toBe('proof-malformed');
  });

  it('says whose keys they are by which the log was judged', async () => {
    const said = async (...words: readonly string[]) => JSON.stringify((await verify(...words)).unchecked);
    expect(await said()).toContain('they came with the proofs');
    expect(await said('--policy', path.join(folder, 'kept'))).not.toContain('they came with the proofs');
    writeFileSync(path.join(folder, 'other'), dossier.policy.replace(/^log \S+/, 'log other.example+'));
    expect(await verify('--policy', path.join(folder, 'other'))).toMatchObject({ exit: 2, code: 'key-malformed' });
  });

  it('is known by its manifest where it is unpacked', async () => {
    const answer = await asked('verify', 'dossier', path.join(folder, 'unpacked'), '--proofs', beside());
    expect(answer).toMatchObject({ exit: 0, found: { provedEvents: 2 } });
    expect(answer.checked.some(({ en }) => en.includes('put together with this manifest'))).toBe(true);
    expect(answer.checked.some(({ en }) => en.includes('this very file'))).toBe(false);
  });

  it('is refused without one of the files beside it', async () => {
    for (const gone of Object.values(PROOFS)) {
      const place = beside();
      rmSync(path.join(place, gone));
      const words = ['verify', 'dossier', path.join(folder, 'd.zip'), '--proofs', place] as const;
      expect(await asked(...words)).toMatchObject({ exit: 2, holds: null, code: 'file-unreadable' });
    }
  });

  it('is refused where a line is gone, moved or another dossier is meant', async () => {
    const lines = dossier.proofs.split('\n');
    const { policy } = dossier;
    expect(await refused({ policy, proofs: [...lines.slice(0, 1), ...lines.slice(2)].join('\n') })).toBe(
      'proofs-altered',
    );
    const [head = '', one = '', two = '', ...rest] = lines;
    expect(await refused({ policy, proofs: [head, two, one, ...rest].join('\n') })).toBe('proofs-altered');
    const other = await provedDossier({ events: 3 });
    expect(await refused(other)).toBe('archive-differs');
  });

  type Change = (lines: readonly string[]) => readonly string[];
  const onLine = (at: number, change: (fields: Record<string, unknown>) => object): Change => {
    const changed = (line: string) => `${JSON.stringify(change(JSON.parse(line) as Record<string, unknown>))}\n`;
    return (lines) => lines.map((line, index) => (index === at ? changed(line) : line));
  };
  const gone = (name: string) => onLine(0, ({ [name]: _, ...fields }) => fields);

  it.each<readonly [string, string, Change]>([
    ['the proof that it was issued is gone', 'proof-missing', (lines) => lines.slice(0, -1)],
    ['an event is proved twice', 'proof-of-another', (lines) => [...lines, lines[0] ?? '']],
    ['an event is proved that is not in it', 'proof-of-another', onLine(0, (line) => ({ ...line, tells: [] }))],
    [
      'a line tells of the event of another',
      'proof-of-another',
      (lines) => {
        const { tells } = JSON.parse(lines[1] ?? '') as { tells: readonly string[] };
        return onLine(0, (line) => ({ ...line, tells }))([lines[0] ?? '', ...lines.slice(2)]);
      },
    ],
    ['what was issued is not laid open', 'proof-of-another', onLine(4, ({ payload: _, ...line }) => line)],
    ['other content is shown', 'payload-altered', onLine(4, (line) => ({ ...line, payload: 'e30=' }))],
    ['another place is named', 'index-differs', onLine(0, (line) => ({ ...line, index: 1 }))],
    ['the salt is of another', 'inclusion-fails', onLine(0, (line) => ({ ...line, salt: '0'.repeat(64) }))],
    ['the header is another', 'header-altered', onLine(0, (line) => ({ ...line, header: '{}' }))],
    ...['header', 'commitment', 'salt', 'index', 'attested', 'proof', 'tells'].map(
      (name) => [`a line has no ${name}`, 'proof-malformed', gone(name)] as const,
    ),
  ])('is refused where %s, also where the head is made anew', async (_, code, change) => {
    expect(await refused({ policy: dossier.policy, proofs: dossier.withLines(change) })).toBe(code);
  });

  it('is refused where the record says that another file was issued, or another manifest signed', async () => {
    const other = await provedDossier({ packed: '0'.repeat(64) });
    writeFileSync(path.join(folder, 'd.zip'), other.zip);
    expect(await refused(other)).toBe('archive-differs');
    const signed = await provedDossier({ signed: '0'.repeat(64) });
    writeFileSync(path.join(folder, 'd.zip'), signed.zip);
    expect(await refused(signed)).toBe('record-differs');
    writeFileSync(path.join(folder, 'd.zip'), dossier.zip);
  });

  describe('with one bit turned over', () => {
    // Thousands of refusals are thrown, and nobody reads where.
    const traced = Error.stackTraceLimit;
    beforeAll(() => void (Error.stackTraceLimit = 0));
    afterAll(() => void (Error.stackTraceLimit = traced));

    const believed = async (given: GivenProofs): Promise<boolean> =>
      proofsHold(dossier.opened, given, new Told(), nodePlatform).then(
        () => true,
        (error: unknown) => {
          if (error instanceof Refused || error instanceof LogRefused) return false;
          throw error;
        },
      );
    const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

    it.each(['text', 'policy'] as const)('is refused, whichever bit of %s it is', async (name) => {
      const given = { text: dossier.proofs, policy: dossier.policy };
      expect(await believed(given)).toBe(true);
      const notSeen: string[] = [];
      for (const { bit, bytes } of flipped(Buffer.from(given[name])))
        if (await believed({ ...given, [name]: text(bytes) })) notSeen.push(bit);
      expect(notSeen).toEqual([]);
    });

    it('is refused in each byte of a line, also where the head is made anew', async () => {
      const line = dossier.proofs.split('\n')[1] ?? '';
      const notSeen: string[] = [];
      for (const { bit, bytes } of flipped(Buffer.from(line))) {
        if (!bit.startsWith('bit 0 ')) continue;
        const proofs = dossier.withLines((lines) => [`${text(bytes)}\n`, ...lines.slice(1)]);
        if (await believed({ text: proofs, policy: dossier.policy })) notSeen.push(bit);
      }
      expect(notSeen).toEqual([]);
    });
  });
});
