import * as fc from 'fast-check';
import type { OutgoingRecord } from '../client/producer.port';
import { sendableChunks } from './sendable-chunks';

const record = (size: number): OutgoingRecord => ({
  partition: 0,
  key: 'case',
  value: new Uint8Array(size),
  headers: {},
});

describe('what is sent at once', () => {
  it('is everything in its order, and no more than a batch may be unless it is one message', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5_000 }), { maxLength: 30 }), (sizes) => {
        const records = sizes.map(record);
        const chunks = sendableChunks(records, 8_000);
        expect(chunks.flat()).toEqual(records);
        for (const chunk of chunks) {
          const bytes = chunk.reduce((sum, { value }) => sum + value.length + 1_024, 0);
          expect(chunk.length === 1 || bytes <= 8_000).toBe(true);
        }
      }),
    );
  });
});
