import { told } from '@parley/contracts';
import type { Bilingual } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import type { DescMessage, MessageShape } from '@bufbuild/protobuf';

/** What a public event means in words; nothing for one of another type. */
export type Telling = (event: PublicEvent) => Bilingual | undefined;

export const on =
  <D extends DescMessage>(schema: D, words: (message: MessageShape<D>) => Bilingual): Telling =>
  (event) => {
    const message = told(event, schema);
    return message && words(message);
  };
