import type { Setting } from '@parley/http';
import { SERVICES } from './plan/services';

/** How many processes of each service there are, by its folder. What is not named is one. */
export type Instances = Readonly<Record<string, number>>;

const MOST = 8;
const NAMES = SERVICES.map(({ folder }) => folder);
const FORM = new RegExp(`^(${NAMES.join('|')})=([1-${String(MOST)}])$`);

/** `audit=2,intake=3`. */
export const instancesSetting = (name: string): Setting<Instances> => ({
  name,
  read: (text) => {
    const parts = (text ?? '')
      .split(',')
      .filter((part) => part !== '')
      .map((part) => FORM.exec(part.trim()));
    if (parts.some((part) => part === null))
      return { wrong: `must be like audit=2,intake=3: 1 to ${String(MOST)} of ${NAMES.join(', ')}` };
    const named = Object.fromEntries(
      parts.flatMap((part) => (part?.[1] === undefined ? [] : [[part[1], Number(part[2])] as const])),
    );
    return { ...Object.fromEntries(NAMES.map((folder) => [folder, 1])), ...named };
  },
});
