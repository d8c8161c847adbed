import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { LogRefused, nodeChecks, parsePolicy, type Policy } from '@parley/transparency';
import { Refused } from '../report/refused';
import { Told } from '../report/told';
import { registryOf, SmallRecord } from '../small-record.fixture';
import { docketHolds } from './verify-docket';
import { provedEvent } from './verify-event-proof';
import { chainsHold } from './verify-history-export';
import { signedBy, verifyReceipt } from './verify-receipt';

type Fields = Readonly<Record<string, unknown>>;
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const fieldsOf = (text: string): Fields => JSON.parse(text) as Fields;

/** Each field of an object, with the object without it. */
const withoutEach = (fields: Fields): readonly (readonly [string, Fields])[] =>
  Object.keys(fields).map((name) => [name, Object.fromEntries(Object.entries(fields).filter(([own]) => own !== name))]);

/** The fields without which something is believed all the same, or by a fault of the program. */
async function fieldsNotMissed(fields: Fields, check: (rest: Fields) => unknown): Promise<readonly string[]> {
  await check(fields);
  const notMissed: string[] = [];
  for (const [name, rest] of withoutEach(fields)) {
    const outcome = await Promise.resolve()
      .then(() => check(rest))
      .then(
        () => 'believed',
        (error: unknown) => (error instanceof Refused || error instanceof LogRefused ? 'refused' : String(error)),
      );
    if (outcome !== 'refused') notMissed.push(`${name}: ${outcome}`);
  }
  return notMissed;
}

describe('each field, taken away one at a time, is missed', () => {
  const registry = registryOf('registry');
  const SIGNED = { receipt: 'r-1', case: 'c-1', receivedAt: '2025-02-05T08:00:00.000Z', digest: 'd' };
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

  it('in a proof', async () => {
    const proved = (proof: Fields) => provedEvent(JSON.stringify(proof), 'proof', policy, new Told());
    expect(await fieldsNotMissed(fieldsOf(textIn('proof-1.json')), proved)).toEqual([]);
  });

  it('in the export of a history, and in that of a docket', async () => {
    const [line = ''] = textIn('history.ndjson').split('\n');
    expect(await fieldsNotMissed(fieldsOf(line), (rest) => chainsHold(JSON.stringify(rest), new Told()))).toEqual([]);
    const log = { policy, read: (file: string) => record.logFiles.get(file), looks: 1 };
    const [entry = ''] = textIn('docket.ndjson').split('\n');
    const built = (rest: Fields) => docketHolds(JSON.stringify(rest), log, new Told());
    expect(await fieldsNotMissed(fieldsOf(entry), built)).toEqual([]);
  });

  it('in the header of an event, also by who computes its commitment anew', async () => {
    const [line = ''] = textIn('history.ndjson').split('\n');
    const event = fieldsOf(line);
    const forged = (header: Fields) => {
      const text = JSON.stringify(header);
      return chainsHold(JSON.stringify({ ...event, header: text, commitment: sha256(text) }), new Told());
    };
    const header = fieldsOf(String(event['header']));
    expect(Object.keys(header)).toHaveLength(18);
    expect(await fieldsNotMissed(header, forged)).toEqual([]);
    for (const name of ['actor', 'cause']) {
      const inner = (rest: Fields) => forged({ ...header, [name]: rest });
      expect(await fieldsNotMissed(header[name] as Fields, inner)).toEqual([]);
    }
  });

  it('in a receipt, and in what the registry signed', async () => {
    const keys = record.put('keys.json', JSON.stringify({ keys: [registry.jwk] }));
    const receipt = { number: SIGNED.receipt, digest: SIGNED.digest, jws: registry.sign(SIGNED) };
    const verified = (rest: Fields) =>
      verifyReceipt(record.put('receipt.json', JSON.stringify(rest)), { keys }, new Told());
    expect(await fieldsNotMissed(receipt, verified)).toEqual([]);
    expect(await fieldsNotMissed(SIGNED, (rest) => signedBy(registry.sign(rest), [registry.jwk]))).toEqual([]);
  });
});
