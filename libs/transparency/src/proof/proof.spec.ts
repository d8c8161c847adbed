import { webcrypto } from 'node:crypto';
import { formatCheckpoint, parseCheckpoint } from '../checkpoint/checkpoint';
import { nodeChecks } from '../node-checks';
import { formatKey, NOTE_KINDS } from '../note/note-key';
import { formatNote, parseNote } from '../note/parse-note';
import { cosignText } from '../note/sign-note';
import { parsePolicy } from '../policy/parse-policy';
import { digest, entriesOf, ORIGIN, signerOf, SmallLog, TIME } from '../small-log.fixture';
import { webChecks } from '../web-checks';
import { formatProof, parseProof } from './tlog-proof';
import { verifyProof } from './verify-proof';

const [ENTRY] = entriesOf(1, 5);
const SIZE = 21;

describe('a proof of a log', () => {
  let log: SmallLog;
  let proof: string;

  beforeAll(async () => {
    log = await SmallLog.of(SIZE);
    proof = await log.proof(5);
  });

  it('is verified by the entry, the policy and nothing else', async () => {
    expect(await verifyProof(nodeChecks, log.policy, proof, ENTRY!)).toMatchObject({
      index: 5,
      checkpoint: { origin: ORIGIN, size: SIZE },
      cosigned: [
        { witness: 'side-1', time: TIME },
        { witness: 'side-2', time: TIME },
      ],
    });
  });

  it('is verified by the primitives of a browser as well, and refused by them', async () => {
    const checks = webChecks(webcrypto.subtle);
    expect(await verifyProof(checks, log.policy, proof, ENTRY!)).toMatchObject({ index: 5 });
    await expect(verifyProof(checks, log.policy, proof, new Uint8Array(32))).rejects.toMatchObject({
      code: 'inclusion-fails',
    });
    const forged = proof.replace(
      /(\u2014 \S+ .{40})(.)/,
      (_, before: string, letter) => before + (letter === 'A' ? 'B' : 'A'),
    );
    expect(forged).not.toBe(proof);
    await expect(verifyProof(checks, log.policy, forged, ENTRY!)).rejects.toMatchObject({ code: 'signature-invalid' });
    expect(await checks.verifyEd25519(new Uint8Array(31), ENTRY!, new Uint8Array(64))).toBe(false);
  });

  it('is written as the standard says, with what helps its reader or without', () => {
    const { hashes, index, checkpoint } = parseProof(proof);
    expect(proof.split('\n').slice(0, 2)).toEqual(['c2sp.org/tlog-proof@v1', 'index 5']);
    const extra = new Uint8Array([1, 2, 3]);
    const text = formatProof({ extra, index, hashes, checkpoint });
    expect(text.split('\n')[1]).toBe('extra AQID');
    expect(parseProof(text)).toEqual({ extra, index, hashes, checkpoint });
    expect(formatProof(parseProof(proof))).toBe(proof);
  });

  it.each([
    ['nothing', ''],
    ['another header', 'c2sp.org/tlog-proof@v2\nindex 0\n\n'],
    ['no index', 'c2sp.org/tlog-proof@v1\n\n'],
    ['an index with a zero before it', 'c2sp.org/tlog-proof@v1\nindex 05\n\n'],
    ['a hash that is cut', 'c2sp.org/tlog-proof@v1\nindex 5\nAQID\n\n'],
    ['extra that is no base64', 'c2sp.org/tlog-proof@v1\nextra ?\nindex 5\n\n'],
    ['more hashes than a tree is high', `c2sp.org/tlog-proof@v1\nindex 5\n${`${'A'.repeat(43)}=\n`.repeat(64)}\n`],
  ])('has not %s', (_, text) => {
    expect(() => parseProof(text)).toThrow(expect.objectContaining({ code: 'proof-malformed' }) as Error);
  });

  describe('says what is wrong, with a code, when it is given', () => {
    const refused = (text: string, entry = ENTRY!, policy = log.policy) =>
      expect(verifyProof(nodeChecks, policy, text, entry)).rejects;

    it('a proof for another entry, or an entry for another proof', async () => {
      await refused(await log.proof(6)).toMatchObject({ code: 'inclusion-fails' });
      await refused(proof, entriesOf(1, 6)[0]).toMatchObject({ code: 'inclusion-fails' });
      await refused(proof.replace('index 5', 'index 4')).toMatchObject({ code: 'inclusion-fails' });
      await refused(proof.replace('index 5', 'index 21')).toMatchObject({ code: 'outside-tree' });
    });

    it('a checkpoint of another log', async () => {
      const other = await SmallLog.of(SIZE + 1);
      const text = formatCheckpoint({ ...parseCheckpoint(parseNote(log.note).text), origin: 'log.example/other' });
      const { index, hashes } = parseProof(proof);
      const signed = await log.signed(text, log.witnesses, await signerOf('log.example/other'));
      await refused(formatProof({ index, hashes, checkpoint: signed })).toMatchObject({ code: 'log-unknown' });
      await refused(formatProof({ index, hashes, checkpoint: other.note })).toMatchObject({ code: 'inclusion-fails' });
    });

    it('a note with a wrong origin line', async () => {
      const text = formatCheckpoint({ ...parseCheckpoint(parseNote(log.note).text), origin: 'log.example/parlex' });
      const note = await log.signed(text, log.witnesses);
      await refused(formatProof({ ...parseProof(proof), checkpoint: note })).toMatchObject({ code: 'log-unknown' });
    });

    it('a checkpoint that only others signed', async () => {
      const { text, signatures } = parseNote(log.note);
      const cosigned = formatNote(text, signatures.slice(1));
      await refused(formatProof({ ...parseProof(proof), checkpoint: cosigned })).toMatchObject({
        code: 'signature-missing',
      });
    });

    it('a cosignature of an unknown key in place of a side’s', async () => {
      const { text, signatures } = parseNote(log.note);
      const stranger = await cosignText(await signerOf('east.example/w', NOTE_KINDS.cosignature, 'else'), text, TIME);
      const checkpoint = formatNote(text, [signatures[0]!, stranger, signatures[2]!]);
      await refused(formatProof({ ...parseProof(proof), checkpoint })).toMatchObject({ code: 'quorum-missing' });
    });

    it('a policy that knows the log and asks for a side that did not sign', async () => {
      const { key } = await signerOf('south.example/w', NOTE_KINDS.cosignature);
      const text = log.policyText.replace(
        'quorum both',
        `witness side-3 ${formatKey(key)}\ngroup all-three all both side-3\nquorum all-three`,
      );
      await refused(proof, ENTRY, await parsePolicy(digest, text)).toMatchObject({
        code: 'quorum-missing',
        message: 'The cosignatures that hold are not those that the policy asks for. (all-three)',
      });
    });
  });
});
