import type { MessageInitShape, MessageShape } from '@bufbuild/protobuf';
import type { Text } from '@parley/kernel';
import type { TextSchema } from './gen/parley/common/v1/common_pb';

const LEAVING: readonly string[] = [
  'challenge-upheld',
  'member-recused',
  'member-removed',
  'member-replaced',
  'member-left',
  'member-set-aside',
];

/** True for a kind of fact by which the person that it names leaves the panel. */
export const leavesPanel = (kind: string): boolean => LEAVING.includes(kind);

/** Texts as messages. */
export const sayTexts = (texts: readonly Text[]): MessageInitShape<typeof TextSchema>[] =>
  texts.map(({ lang, text, kind, of }) => ({ lang, text, kind, of: of ?? '' }));

/** Texts from messages. @throws RangeError for a language or kind that is not one of ours */
export const readTexts = (messages: readonly MessageShape<typeof TextSchema>[]): Text[] =>
  messages.map(({ lang, text, kind, of }) => {
    if (!isLanguage(lang) || !isKind(kind)) throw new RangeError(`not a text: ${lang}, ${kind}`);
    return { lang, text, kind, ...(of === '' ? {} : { of }) };
  });

const isLanguage = (lang: string): lang is Text['lang'] => lang === 'en' || lang === 'zh-Hans';
const isKind = (kind: string): kind is Text['kind'] =>
  kind === 'original' || kind === 'translation' || kind === 'authentic';
