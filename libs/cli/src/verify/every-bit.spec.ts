import { readFileSync } from 'node:fs';
import { LogRefused, nodeChecks, parsePolicy, type Policy } from '@parley/transparency';
import { Refused } from '../report/refused';
import { Told } from '../report/told';
import { flipped, historyOf, registryOf, SmallRecord } from '../small-record.fixture';
import { textOf } from '../sources/read-file';
import { docketHolds } from './verify-docket';
import { provedEvent } from './verify-event-proof';
import { chainsHold } from './history-chains';
import { historyIn } from './history-lines';
import { proofsHold } from './verify-history-export';
import { signedBy } from './receipt-signature';

type Check = (text: string) => unknown;

/** The bits of a text that can be turned over without anything being refused, or with a fault of the program. */
async function bitsNotSeen(text: string, check: Check): Promise<readonly string[]> {
  await check(text);
  const notSeen: string[] = [];
  for (const { bit, bytes } of flipped(Buffer.from(text))) {
    const outcome = await Promise.resolve()
      .then(() => check(textOf(bytes, bit)))
      .then(
        () => 'believed',
        (error: unknown) => (error instanceof Refused || error instanceof LogRefused ? 'refused' : String(error)),
      );
    if (outcome !== 'refused') notSeen.push(`${bit}: ${outcome}`);
  }
  return notSeen;
}

// Thousands of refusals are thrown, and nobody reads where.
Error.stackTraceLimit = 0;
jest.setTimeout(300_000);

describe('each bit, turned over one at a time, is refused', () => {
  let record: SmallRecord;
  let policy: Policy;
  const textIn = (file: string): string => readFileSync(record.at(file), 'utf8');

  beforeAll(async () => {
    record = await SmallRecord.of(['one', 'two']);
    policy = await parsePolicy(nodeChecks.digest, textIn('policy'));
  });
  afterAll(() => {
    record.remove();
  });

  it('of a proof', async () => {
    expect(await bitsNotSeen(textIn('proof-1.json'), (text) => provedEvent(text, 'proof', policy, new Told()))).toEqual(
      [],
    );
  });

  it('of the export of a history, with a stub, heads and the proofs of the log', async () => {
    const three = await SmallRecord.of(['one', 'two', 'three']);
    const shown = three.events.filter(({ revision }) => revision !== 1);
    const text = historyOf(three.events, [1], await three.proofsOf(shown)).join('\n');
    three.remove();
    const seen = await bitsNotSeen(text, (text) => {
      const history = historyIn(text);
      const chains = chainsHold(history, new Told());
      return proofsHold(history, { chains, settled: new Set(), policy }, new Told());
    });
    expect(seen).toEqual([]);
  });

  it('of the export of a docket, against its log', async () => {
    const log = { policy, read: (file: string) => record.logFiles.get(file), looks: 1 };
    const [line = ''] = textIn('docket.ndjson').split('\n');
    expect(await bitsNotSeen(line, (text) => docketHolds(text, log, new Told()))).toEqual([]);
  });

  it('of a receipt', async () => {
    const registry = registryOf('registry');
    const jws = registry.sign({ receipt: 'r-1', case: 'c-1', receivedAt: '2025-02-05T08:00:00.000Z', digest: 'd' });
    expect(await bitsNotSeen(jws, (text) => signedBy(text, [registry.jwk], nodeChecks))).toEqual([]);
  });
});
