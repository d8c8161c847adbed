import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { LogRefused, nodeChecks, parsePolicy, type Policy } from '@parley/transparency';
import { Refused } from '../report/refused';
import { Told } from '../report/told';
import { historyOf, registryOf, SmallRecord } from '../small-record.fixture';
import { chainsHold } from './history-chains';
import { historyIn } from './history-lines';
import { docketHolds } from './verify-docket';
import { provedEvent } from './verify-event-proof';
import { proofsHold } from './verify-history-export';
import { signedBy } from './receipt-signature';
import { verifyReceipt } from './verify-receipt';

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
  /** Verifies an export by its lines. */
  const exported = (lines: readonly string[]) => {
    const history = historyIn(lines.join('\n'));
    const chains = chainsHold(history, new Told());
    return proofsHold(history, { chains, settled: new Set(), policy }, new Told());
  };

  beforeAll(async () => {
    record = await SmallRecord.of(['one', 'two', 'three']);
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
    const shown = record.events.filter(({ revision }) => revision !== 1);
    const lines = historyOf(record.events, [1], await record.proofsOf(shown));
    for (const [at, line] of lines.entries()) {
      const fields = fieldsOf(line);
      const changed = (rest: unknown) => exported(lines.with(at, JSON.stringify(rest)));
      expect(await fieldsNotMissed(fields, changed)).toEqual([]);
      for (const kind of ['stub', 'head', 'entry'].filter((name) => name in fields))
        expect(await fieldsNotMissed(fields[kind] as Fields, (rest) => changed({ [kind]: rest }))).toEqual([]);
    }
    const log = { policy, read: (file: string) => record.logFiles.get(file), looks: 1 };
    const [entry = ''] = textIn('docket.ndjson').split('\n');
    const built = (rest: Fields) => docketHolds(JSON.stringify(rest), log, new Told());
    expect(await fieldsNotMissed(fieldsOf(entry), built)).toEqual([]);
  });

  it('in the header of an event, also by who computes its commitment anew', async () => {
    const [line = '', named = ''] = historyOf(record.events.slice(0, 1));
    const [event, { head }] = [fieldsOf(line), fieldsOf(named) as { readonly head: Fields }];
    const forged = (header: Fields) => {
      const text = JSON.stringify(header);
      const commitment = sha256(text);
      const lines = [{ ...event, header: text, commitment }, { head: { ...head, commitment } }];
      return exported(lines.map((each) => JSON.stringify(each)));
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
    expect(await fieldsNotMissed(SIGNED, (rest) => signedBy(registry.sign(rest), [registry.jwk], nodeChecks))).toEqual(
      [],
    );
  });
});
