import { seededRandom } from '../seeded-random';
import { interleaved } from './messages-again.fault';

describe('messages that are delivered again', () => {
  const records = Array.from({ length: 60 }, (_, index) => ({
    topic: 't',
    partition: 0,
    offset: BigInt(index),
    key: Buffer.from(`case ${String(index % 4)}`),
    value: null,
    headers: {},
  }));
  const again = interleaved(records, seededRandom(7));

  it('are all there, each once', () => {
    expect(again.map(({ offset }) => offset).toSorted((a, b) => Number(a - b))).toEqual(
      records.map(({ offset }) => offset),
    );
  });

  it('keep the order of each case, and no other', () => {
    for (const ofCase of Map.groupBy(again, ({ key }) => String(key)).values())
      expect(ofCase).toEqual(ofCase.toSorted((a, b) => Number(a.offset - b.offset)));
    expect(again).not.toEqual(records);
  });
});
