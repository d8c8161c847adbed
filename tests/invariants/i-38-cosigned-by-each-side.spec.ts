import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import {
  answerAddCheckpoint,
  formatKey,
  judgeCheckpoint,
  nodeChecks,
  nodeSigner,
  NOTE_KINDS,
  noteKey,
  parseNote,
  parsePolicy,
  privateKeyOf,
  rawPublicKey,
  withCosignatures,
  type Checkpoint,
  type NoteSigner,
  type Policy,
} from '@parley/transparency';
import fc from 'fast-check';
import type { ServedWitness } from '../../services/audit/src/log/served-witness.fixture';
import { WitnessedLog } from '../../services/audit/src/log/witnessed-log.fixture';
import { checkpointFor } from '../../services/referral/src/dossier/recorded-checkpoint';
import { Attested } from '../../services/witness/src/attested';
import { ServedLog } from '../../services/witness/src/served-log.fixture';
import { sentence } from './sentences';

const WORKSPACE = join(__dirname, '../..');
/** Where the log is kept, witnessed, verified, and backed up beside it. Nothing else may know of checkpoints. */
const OF_THE_LOG =
  /^(services\/audit\/src\/log|services\/witness\/src|services\/backup\/src|libs\/transparency|libs\/cli)\//;
/** Where a checkpoint is put into a dossier. That it waits for none without an end is asked below. */
const IN_A_DOSSIER = 'services/referral/src/dossier/recorded-checkpoint.ts';
const SIDES = ['east.example/w', 'west.example/w'] as const;

async function signerOf(name: string, seed = name): Promise<NoteSigner> {
  const key = privateKeyOf(hash('sha256', seed, 'buffer'));
  const publicKey = rawPublicKey(key);
  return {
    key: await noteKey(nodeChecks.digest, { name, kind: NOTE_KINDS.cosignature, publicKey }),
    sign: nodeSigner(key),
  };
}

/** A line under the name and the id of a key, which that key did not sign. */
function forgedBy(vkey: string): string {
  const [name = '', id = ''] = vkey.split('+');
  return `\u2014 ${name} ${Buffer.concat([Buffer.from(id, 'hex'), Buffer.alloc(72, 7)]).toString('base64')}\n`;
}

/** The witness of a side, and every note that it has cosigned. */
class Side {
  readonly cosigned: string[] = [];
  #last: Checkpoint | undefined;

  constructor(
    readonly signer: NoteSigner,
    private readonly log: ServedLog,
  ) {}

  get note(): string | undefined {
    return this.cosigned.at(-1);
  }

  /** Is handed in the newest checkpoint of a past, from where it is itself. */
  async isHanded(past: ServedLog): Promise<void> {
    const oldSize = Math.min(this.#last?.size ?? 0, past.size);
    const memory = {
      last: () => Promise.resolve(this.#last),
      keep: (checkpoint: Checkpoint, _: Checkpoint | undefined, note: string) => {
        this.#last = checkpoint;
        this.cosigned.push(note);
        return Promise.resolve(true);
      },
    };
    const witness = { logs: [this.log.key], signer: this.signer, now: () => 1_790_000_000, memory };
    await answerAddCheckpoint(nodeChecks, witness, await past.request(oldSize));
  }
}

describe(sentence('I-38'), () => {
  let pasts: readonly [ServedLog, ServedLog];
  let both: Policy;
  let sides: readonly [Side, Side];

  beforeEach(async () => {
    pasts = [await ServedLog.of(3, 'one'), await ServedLog.of(3, 'other')];
    const signers = [await signerOf(SIDES[0]), await signerOf(SIDES[1])] as const;
    sides = [new Side(signers[0], pasts[0]), new Side(signers[1], pasts[0])];
    const witnesses = signers.map(({ key }, at) => `witness side-${String(at)} ${formatKey(key)}`);
    const lines = [`log ${formatKey(pasts[0].key)}`, ...witnesses, 'group both all side-0 side-1', 'quorum both', ''];
    both = await parsePolicy(nodeChecks.digest, lines.join('\n'));
  });
  afterEach(async () => {
    for (const past of pasts) await past.close();
  });

  const joined = async (own: string, theirs: string): Promise<string | undefined> => {
    const attested = new Attested();
    await attested.join(pasts[0].key, own, sides[1].signer.key, theirs).catch(() => undefined);
    return attested.of(pasts[0].key);
  };

  it('whatever is handed to the two witnesses, what is attested is one past with a cosignature of each', async () => {
    const handed = fc.record({ side: fc.constantFrom(0, 1), past: fc.constantFrom(0, 1), grows: fc.nat(5) });
    await fc.assert(
      fc.asyncProperty(fc.array(handed, { minLength: 2, maxLength: 12 }), async (story) => {
        sides = [new Side(sides[0].signer, pasts[0]), new Side(sides[1].signer, pasts[0])];
        const shown: readonly Set<string>[] = [new Set<string>(), new Set<string>()];
        for (const { side, past, grows } of story) {
          await pasts[past].grow(grows);
          shown[past]?.add(parseNote(pasts[past].note).text);
          await sides[side].isHanded(pasts[past]);
          const [own, theirs] = sides.map(({ note }) => note);
          const attested = own && theirs ? await joined(own, theirs) : undefined;
          const isSame = own !== undefined && theirs !== undefined && parseNote(own).text === parseNote(theirs).text;
          expect(attested !== undefined).toBe(isSame);
          if (attested) expect((await judgeCheckpoint(nodeChecks, both, attested)).cosigned).toHaveLength(2);
        }
        for (const { cosigned } of sides) {
          const texts = cosigned.map((note) => parseNote(note).text);
          expect(shown.some((past) => texts.every((text) => past.has(text)))).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  it('a line that the other side did not sign attests nothing', async () => {
    await sides[0].isHanded(pasts[0]);
    await sides[1].isHanded(pasts[0]);
    const [own = '', theirs = ''] = sides.map(({ note }) => note);
    expect(await joined(own, theirs)).toBeDefined();
    const { key } = sides[1].signer;
    const forged = { name: key.name, id: key.id, signature: Buffer.alloc(72, 7) };
    expect(await joined(own, withCosignatures(pasts[0].note, [forged]))).toBeUndefined();
    expect(await joined(own, pasts[0].note)).toBeUndefined();
    expect(await joined(own, own)).toBeUndefined();
    const stranger = new Side(await signerOf(SIDES[1], 'somebody else'), pasts[0]);
    await stranger.isHanded(pasts[0]);
    expect(await joined(own, stranger.note ?? '')).toBeUndefined();
    await pasts[0].grow(4);
    await sides[1].isHanded(pasts[0]);
    expect(await joined(own, sides[1].note ?? '')).toBeUndefined();
  });

  it('whatever the witnesses answer, the log goes on at once, and shows as attested what both cosigned', async () => {
    const log = await WitnessedLog.of();
    let late = Promise.withResolvers<undefined>();
    const answers = {
      cosigns: undefined,
      refuses: () => Promise.resolve({ status: 422, body: 'no\n' }),
      'says another size': () => Promise.resolve({ status: 409, body: '16\n' }),
      forges: (side: ServedWitness) => Promise.resolve({ status: 200, body: forgedBy(side.known.key) }),
      'answers late': async () => {
        await late.promise;
        return { status: 503, body: '' };
      },
    } as const;
    const answer = fc.constantFrom(...(Object.keys(answers) as (keyof typeof answers)[]));
    const moment = fc.record({ sides: fc.tuple(answer, answer), events: fc.integer({ min: 1, max: 20 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(moment, { minLength: 1, maxLength: 4 }), async (story) => {
        for (const { sides, events } of story) {
          for (const [at, each] of sides.entries()) {
            const side = log.sides[at]!;
            const answer = answers[each];
            side.instead = answer && (() => answer(side));
          }
          late = Promise.withResolvers<undefined>();
          const looking = log.look();
          // Nobody has answered yet, and who answers late does not before the log has gone on.
          const before = (await log.checkpoints.newest())?.n ?? 0;
          expect(await log.grow(events)).toBe(before + 1);
          late.resolve(undefined);
          await looking;
          const attested = await log.attestation.newest();
          if (attested)
            expect((await judgeCheckpoint(nodeChecks, await log.both(), attested.note)).checkpoint.size).toBe(
              attested.size,
            );
          const { entries, attestedEntries } = (await log.attestation.soFar()) ?? {};
          expect([entries, attestedEntries]).toEqual([(await log.checkpoints.newest())?.size, attested?.size ?? 0]);
        }
        for (const side of log.sides) side.instead = undefined;
        await log.look();
        expect((await log.attestation.newest())?.n).toBe((await log.checkpoints.newest())?.n);
      }),
      { numRuns: 15 },
    );
    await log.close();
  }, 120_000);

  it('a dossier is put together without a checkpoint where the log takes none, or storage never answers', async () => {
    const asked = { caseId: 'c', party: 'CN', requestedAt: '2025-07-08T09:00:00.000Z' };
    const stopped = new AbortController().signal;
    for (const read of [() => Promise.resolve(undefined), () => new Promise<undefined>(() => undefined)]) {
      const had = checkpointFor({ read }, asked, { stopped, waitMs: 200 });
      expect(await Promise.race([had, delay(5_000, 'still waiting')])).toBeNull();
    }
  });

  it('no part of the system but the log itself knows of checkpoints, so that nothing can wait for a witness', () => {
    const knowing = ['services', 'libs'].flatMap((top) =>
      readdirSync(join(WORKSPACE, top), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts') && !/\.(spec|fixture)\.ts$|(^|\/)(dist|node_modules)\//.test(name))
        .map((name) => join(top, name))
        .filter((file) => readFileSync(join(WORKSPACE, file), 'utf8').includes("from '@parley/transparency'")),
    );
    expect(knowing.length).toBeGreaterThan(5);
    expect(knowing.filter((file) => !OF_THE_LOG.test(file))).toEqual([IN_A_DOSSIER]);
  });
});
