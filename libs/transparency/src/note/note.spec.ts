import { formatCheckpoint, openCheckpoint, parseCheckpoint } from '../checkpoint/checkpoint';
import { nodeChecks } from '../node-checks';
import { digest, ORIGIN, signerOf, SmallLog, TIME } from '../small-log.fixture';
import { formatKey, NOTE_KINDS, parseKey } from './note-key';
import { openNote } from './open-note';
import { formatNote, parseNote } from './parse-note';
import { cosignText, signText } from './sign-note';

/** The example of C2SP signed-note. */
const VKEY = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k';
const NOTE = `This is an example message.

\u2014 example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
`;
const LINE = NOTE.split('\n')[2]!;

describe('a signed note', () => {
  it('is the published example, verified by its key', async () => {
    const key = await parseKey(digest, VKEY);
    expect(formatKey(key)).toBe(VKEY);
    expect(await openNote(nodeChecks, NOTE, [key])).toEqual({
      text: 'This is an example message.\n',
      signedBy: [{ key, time: undefined }],
    });
    const { text, signatures } = parseNote(NOTE);
    expect(formatNote(text, signatures)).toBe(NOTE);
  });

  it.each([
    ['nothing', ''],
    ['a text without signatures', 'This is an example message.\n'],
    ['no newline at its end', NOTE.slice(0, -1)],
    ['no blank line', NOTE.replace('\n\n', '\n')],
    ['a hyphen for the dash', NOTE.replace('\u2014', '-')],
    ['a control character', NOTE.replace('example message', 'example\tmessage')],
    ['a return before its newline', NOTE.replaceAll('\n', '\r\n')],
    ['half a character', NOTE.replace('message', '\ud800')],
    ['a name with a plus', NOTE.replace('example.com/foo', 'example.com+foo')],
    ['a name with a wide space', NOTE.replace('example.com/foo', 'example.com\u3000foo')],
    ['base64 with a bit to spare', NOTE.replace('yaQM=', 'yaQN=')],
    ['base64 without its padding', NOTE.replace('yaQM=', 'yaQM')],
    ['a signature of no bytes', NOTE.replace(/ Uw2Q.*=/, ' Uw2QOg==')],
    ['more signatures than anybody needs', `${NOTE}${`${LINE}\n`.repeat(100)}`],
    ['more characters than any note', `${'a'.repeat(1_000_000)}${NOTE}`],
  ])('has not %s', (_, note) => {
    expect(() => parseNote(note)).toThrow(expect.objectContaining({ code: 'note-malformed' }) as Error);
  });

  it('may hold empty lines, and sixteen signatures and more', async () => {
    const signer = await signerOf('example.com/other');
    const text = 'One\n\nTwo\n';
    const others = await Promise.all(
      Array.from({ length: 20 }, async (_, at) => signText(await signerOf(`example.com/${String(at)}`), text)),
    );
    const note = formatNote(text, [...others, await signText(signer, text)]);
    expect((await openNote(nodeChecks, note, [signer.key])).text).toBe(text);
  });

  it('is not believed for a key that is unknown, or for one of another name or id', async () => {
    const key = await parseKey(digest, VKEY);
    for (const other of [
      { ...key, name: 'example.com/bar' },
      { ...key, id: '530d903b' },
    ])
      await expect(openNote(nodeChecks, NOTE, [other])).rejects.toMatchObject({ code: 'signature-missing' });
    await expect(openNote(nodeChecks, NOTE, [])).rejects.toMatchObject({ code: 'signature-missing' });
  });

  it('is refused whole when a known key did not sign it so, whoever else did', async () => {
    const key = await parseKey(digest, VKEY);
    const signer = await signerOf('example.com/other');
    const { text, signatures } = parseNote(NOTE.replace('example message', 'exemplary message'));
    const note = formatNote(text, [await signText(signer, text), ...signatures]);
    expect((await openNote(nodeChecks, note, [signer.key])).signedBy).toHaveLength(1);
    await expect(openNote(nodeChecks, note, [signer.key, key])).rejects.toMatchObject({ code: 'signature-invalid' });
  });
});

describe('a verifier key', () => {
  it.each([
    ['another id', VKEY.replace('530d903a', '530d903b')],
    ['an id in capitals', VKEY.replace('530d903a', '530D903A')],
    ['no name', VKEY.replace('example.com/foo', '')],
    ['a name with a space', VKEY.replace('/', ' ')],
    ['a key that is cut', VKEY.slice(0, -4)],
    ['nothing at all', ''],
  ])('has not %s', async (_, vkey) => {
    await expect(parseKey(digest, vkey)).rejects.toMatchObject({ code: 'key-malformed' });
  });

  it('of a kind of signature that is not used here is refused as such', async () => {
    await expect(parseKey(digest, VKEY.replace('+Aek', '+Bek'))).rejects.toMatchObject({ code: 'key-unsuited' });
    const [log, witness] = [await signerOf('a'), await signerOf('a', NOTE_KINDS.cosignature)];
    await expect(signText(witness, 'text\n')).rejects.toMatchObject({ code: 'key-unsuited' });
    await expect(cosignText(log, 'text\n', TIME)).rejects.toMatchObject({ code: 'key-unsuited' });
    expect(log.key.id).not.toBe(witness.key.id);
  });
});

describe('a checkpoint', () => {
  const root = new Uint8Array(32).fill(1);
  const TEXT = formatCheckpoint({ origin: ORIGIN, size: 20_852_163, root });

  it('is three lines, and what others add after them means nothing', () => {
    expect(parseCheckpoint(TEXT)).toEqual({ origin: ORIGIN, size: 20_852_163, root });
    expect(parseCheckpoint(`${TEXT}an extension\n`)).toEqual({ origin: ORIGIN, size: 20_852_163, root });
  });

  it.each([
    ['a size with a zero before it', TEXT.replace('208', '0208')],
    ['a negative size', TEXT.replace('208', '-208')],
    ['a size beyond what can be counted', TEXT.replace('20852163', '9007199254740992')],
    ['a root that is cut', TEXT.replace('AQEBAQ', 'AQ')],
    ['no origin', `\n${TEXT.split('\n').slice(1).join('\n')}`],
    ['no newline at its end', TEXT.slice(0, -1)],
    ['an empty line', `${TEXT}\n`],
    ['two lines', TEXT.split('\n').slice(0, 2).join('\n')],
  ])('has not %s', (_, text) => {
    expect(() => parseCheckpoint(text)).toThrow(expect.objectContaining({ code: 'checkpoint-malformed' }) as Error);
  });

  it('is opened by the key of its log, and names that log', async () => {
    const { log, note } = await SmallLog.of(3);
    expect(await openCheckpoint(nodeChecks, note, log.key)).toMatchObject({ origin: ORIGIN, size: 3 });
    const other = formatCheckpoint({ origin: 'log.example/other', size: 3, root });
    const signed = formatNote(other, [await signText(log, other)]);
    await expect(openCheckpoint(nodeChecks, signed, log.key)).rejects.toMatchObject({ code: 'origin-differs' });
    const witness = await signerOf('w', NOTE_KINDS.cosignature);
    await expect(openCheckpoint(nodeChecks, note, witness.key)).rejects.toMatchObject({ code: 'key-unsuited' });
  });

  it('shows the time that a cosignature names, and no other', async () => {
    const { witnesses, note } = await SmallLog.of(3);
    const key = witnesses[0]!.key;
    expect((await openNote(nodeChecks, note, [key])).signedBy).toEqual([{ key, time: TIME }]);
    const { text, signatures } = parseNote(note);
    const later = signatures.map((line) => ({
      ...line,
      signature: line.signature.map((byte, at) => byte + Number(at === 7)),
    }));
    await expect(openNote(nodeChecks, formatNote(text, later), [key])).rejects.toMatchObject({
      code: 'signature-invalid',
    });
    const cut = signatures.map((line) => ({ ...line, signature: line.signature.subarray(0, 71) }));
    await expect(openNote(nodeChecks, formatNote(text, cut), [key])).rejects.toMatchObject({ code: 'note-malformed' });
  });
});
