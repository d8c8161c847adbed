import type { Bilingual } from '@parley/kernel';
import { WTO_MEMBERS } from './wto-members.data';

/** Code of a Member of the WTO, such as `US`, `EU` or `TPKM`. */
export type WtoMember = keyof typeof WTO_MEMBERS;

/** All codes, in the order of the English names. */
export const WTO_MEMBER_CODES = Object.keys(WTO_MEMBERS) as readonly WtoMember[];

const isWtoMember = (code: string): code is WtoMember => Object.hasOwn(WTO_MEMBERS, code);

/** Names of a Member in both languages; of a code that is not on the list, the code itself. */
export function wtoMemberName(code: string): Bilingual {
  if (!isWtoMember(code)) return { en: code, 'zh-Hans': code };
  const [en, zh] = WTO_MEMBERS[code];
  return { en, 'zh-Hans': zh };
}
