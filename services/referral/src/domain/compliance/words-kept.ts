import type { Instant, PartyCode, Text } from '@parley/kernel';
import type { WordsKept } from './agreement-events';
import type { AgreementInForce } from './agreement-state';

/** Words as a public event carries them: none, where the parties keep words to themselves. */
export const publicWords = <Name extends string>(
  { publication }: AgreementInForce,
  name: Name,
  words: readonly Text[],
): Readonly<Partial<Record<Name, readonly Text[]>>> =>
  (publication === 'text' && words.length > 0 ? { [name]: words } : {}) as Readonly<
    Partial<Record<Name, readonly Text[]>>
  >;

/**
 * The same words for the parties alone, beside an event that tells everybody the fact; nothing where they stand in it
 * already.
 */
export function keptWords(
  { publication }: AgreementInForce,
  of: WordsKept['data']['of'],
  {
    about,
    party,
    words,
    at,
  }: { readonly about: string; readonly party: PartyCode; readonly words: readonly Text[]; readonly at: Instant },
): readonly WordsKept[] {
  if (publication === 'text' || words.length === 0) return [];
  return [{ type: 'WordsKept', occurredAt: at, rule: 'I-54', tier: 'PARTIES', data: { of, about, party, words } }];
}
