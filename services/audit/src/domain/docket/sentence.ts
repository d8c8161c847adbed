import type { Bilingual } from '@parley/kernel';
import type { Facts } from './public-fact';
import { textIn } from './read-facts';

/** Name of a party within a sentence, by its code. */
export type PartyName = (code: string) => Bilingual;

/** What an entry says, made of its facts. */
export type Sentence = (facts: Facts, nameOf: PartyName) => Bilingual;

export const say = (en: string, zh: string): Bilingual => ({ en, 'zh-Hans': zh });

/** A sentence that says the same of every entry of its kind. */
export const fixed =
  (en: string, zh: string): Sentence =>
  () =>
    say(en, zh);

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `2025-02-21 15:30 UTC`: a log that stands for ever names instants in a zone that no law moves. */
export const inUtc = (instant: string): string => `${instant.slice(0, 16).replace('T', ' ')} UTC`;

export const instantIn = (facts: Facts, name: string): string => inUtc(textIn(facts, name));
