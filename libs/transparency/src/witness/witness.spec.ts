import type { Checkpoint } from '../checkpoint/checkpoint';
import { formatCheckpoint, parseCheckpoint } from '../checkpoint/checkpoint';
import { nodeChecks } from '../node-checks';
import { NOTE_KINDS } from '../note/note-key';
import { parseNote } from '../note/parse-note';
import { judgeCheckpoint } from '../policy/judge-checkpoint';
import { signerOf, SmallLog, TIME } from '../small-log.fixture';
import { formatAddCheckpoint, parseAddCheckpoint, type AddCheckpoint } from './add-checkpoint';
import { askWitness, withCosignatures } from './ask-witness';
import { answerAddCheckpoint, type Witness } from './witness';

describe('a witness', () => {
  let log: SmallLog;
  let kept: Checkpoint[];
  let witness: Witness;

  beforeEach(async () => {
    log = await SmallLog.of(10);
    kept = [];
    witness = {
      logs: [log.log.key],
      signer: log.witnesses[0]!,
      now: () => TIME,
      memory: {
        last: () => Promise.resolve(kept.at(-1)),
        keep: (checkpoint, before) => {
          if (kept.at(-1) !== before) return Promise.resolve(false);
          kept.push(checkpoint);
          return Promise.resolve(true);
        },
      },
    };
  });

  const request = async (oldSize: number): Promise<AddCheckpoint> => ({
    oldSize,
    proof: await log.tree().consistency(oldSize),
    checkpoint: await log.signed(parseNote(log.note).text, []),
  });
  const answer = async (asked: AddCheckpoint) => answerAddCheckpoint(nodeChecks, witness, formatAddCheckpoint(asked));
  const key = () => witness.signer.key;
  const post = async (body: string) => answerAddCheckpoint(nodeChecks, witness, body);

  it('cosigns what extends what it cosigned last, and the log takes its line', async () => {
    let checkpoint = (await request(0)).checkpoint;
    for (const size of [0, 10, 35]) {
      if (size > 0) await log.grow(25);
      const asked = await askWitness(nodeChecks, { post, key: key() }, await request(size));
      if (asked.kind !== 'cosigned') throw new Error(asked.kind);
      checkpoint = withCosignatures((await request(0)).checkpoint, asked.lines);
    }
    const policy = { ...log.policy, quorum: 'side-1' };
    expect(await judgeCheckpoint(nodeChecks, policy, checkpoint)).toMatchObject({
      checkpoint: { size: 60 },
      cosigned: [{ witness: 'side-1', time: TIME }],
    });
    expect(kept.map(({ size }) => size)).toEqual([10, 35, 60]);
  });

  it('cosigns the same checkpoint again', async () => {
    expect((await answer(await request(0))).status).toBe(200);
    expect((await answer(await request(10))).status).toBe(200);
  });

  it('keeps the line of the log that it verified and its own, and no other', async () => {
    const good = await request(0);
    const { text, signatures } = parseNote(good.checkpoint);
    const stranger = await signerOf('log.example/stranger');
    const others = parseNote(await log.signed(text, [], stranger)).signatures;
    const again = signatures.map((line) => ({ ...line, signature: new Uint8Array(64) }));
    const notes: string[] = [];
    const keep = witness.memory.keep;
    witness = {
      ...witness,
      memory: { ...witness.memory, keep: (...kept) => (notes.push(kept[2]), keep(...kept)) },
    };
    const { body } = await answer({ ...good, checkpoint: withCosignatures(good.checkpoint, [...others, ...again]) });
    expect(notes).toEqual([`${good.checkpoint}${body}`]);
  });

  it('says where to begin when it is asked from another size', async () => {
    await answer(await request(0));
    await log.grow(5);
    expect(await answer(await request(7))).toEqual({ status: 409, contentType: 'text/x.tlog.size', body: '10\n' });
    expect(await askWitness(nodeChecks, { post, key: key() }, await request(0))).toEqual({ kind: 'from', size: 10 });
  });

  it('never cosigns another past, not even once', async () => {
    await answer(await request(0));
    const lie = formatCheckpoint({ ...parseCheckpoint(parseNote(log.note).text), root: new Uint8Array(32) });
    const checkpoint = await log.signed(lie, []);
    expect((await answer({ oldSize: 10, proof: [], checkpoint })).status).toBe(422);
    await log.grow(5);
    expect((await answer({ ...(await request(10)), proof: [] })).status).toBe(422);
    expect((await answer({ ...(await request(10)), proof: [...(await request(10)).proof].reverse() })).status).toBe(
      422,
    );
    expect(kept).toHaveLength(1);
  });

  it('keeps what it cosigns before it answers, and only in the place of what it read', async () => {
    const keep = witness.memory.keep;
    const first = await request(0);
    let raced = false;
    witness = {
      ...witness,
      memory: {
        ...witness.memory,
        keep: async (checkpoint, before, note) => {
          if (!raced) {
            raced = true;
            await keep({ ...checkpoint, size: 11 }, before, note);
          }
          return keep(checkpoint, before, note);
        },
      },
    };
    expect(await answer(first)).toMatchObject({ status: 409, body: '11\n' });
  });

  it('refuses a log that it does not know, signatures that do not hold, and what is no request', async () => {
    const good = await request(0);
    const unknown = await signerOf('log.example/other');
    const text = parseNote(good.checkpoint).text;
    const other = await log.signed(text.replace('log.example/parley', 'log.example/other'), [], unknown);
    expect((await answer({ ...good, checkpoint: other })).status).toBe(404);
    const forger = await signerOf('log.example/parley', NOTE_KINDS.note, 'forger');
    expect((await answer({ ...good, checkpoint: await log.signed(text, [], forger) })).status).toBe(403);
    expect((await answer({ ...good, checkpoint: good.checkpoint.replace('\n10\n', '\n11\n') })).status).toBe(403);
    expect((await answer({ ...good, oldSize: 11 })).status).toBe(400);
    expect((await answer({ ...good, checkpoint: 'nothing' })).status).toBe(400);
    for (const body of [
      '',
      'old 00\n\n',
      'new 0\n\n',
      'old 0\nAQID\n\n',
      `old 0\n${`${'A'.repeat(43)}=\n`.repeat(64)}\n`,
    ])
      expect((await post(body)).status).toBe(400);
    expect(kept).toEqual([]);
  });

  it('is not believed by the log for a line that its key did not sign', async () => {
    const stranger = { ...witness, signer: await signerOf('east.example/w', NOTE_KINDS.cosignature, 'else') };
    const asStranger = (body: string) => answerAddCheckpoint(nodeChecks, stranger, body);
    await expect(askWitness(nodeChecks, { post: asStranger, key: key() }, await request(0))).rejects.toMatchObject({
      code: 'signature-missing',
    });
    const says = (status: number, body: string) => ({ post: () => Promise.resolve({ status, body }), key: key() });
    await expect(askWitness(nodeChecks, says(200, ''), await request(0))).rejects.toMatchObject({
      code: 'note-malformed',
    });
    await expect(askWitness(nodeChecks, says(409, 'many'), await request(0))).rejects.toMatchObject({
      code: 'old-size-differs',
    });
    expect(await askWitness(nodeChecks, says(503, 'later'), await request(0))).toEqual({
      kind: 'refused',
      status: 503,
      words: 'later',
    });
  });

  it('reads the request of the standard as it is written', async () => {
    const asked = await request(0);
    const text = formatAddCheckpoint({ ...asked, oldSize: 20_852_014, proof: [new Uint8Array(32)] });
    expect(text).toBe(`old 20852014\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n\n${asked.checkpoint}`);
    expect(parseAddCheckpoint(text)).toEqual({ ...asked, oldSize: 20_852_014, proof: [new Uint8Array(32)] });
  });
});
