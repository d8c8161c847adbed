import { hash } from 'node:crypto';
import type { Setting, SideWitness } from '@parley/http';
import { parties } from '../installation/parties';

const EXAMPLE = `${parties[0].code.toLowerCase()} w.example/log+0f…+BA… https://w.example`;

/** A public key for cosignatures as text: name, id, and in base64 the kind 4 and 32 bytes. */
const KEY = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})$/;
const COSIGNATURE = 4;

/** The id is the beginning of a digest of the rest, so a key that was copied wrongly is found out at the start. */
function isWitnessKey(text: string): boolean {
  const [, name = '', id, encoded = ''] = KEY.exec(text) ?? [];
  const bytes = Buffer.from(encoded, 'base64');
  const digest = hash('sha256', Buffer.concat([Buffer.from(`${name}\n`), bytes]));
  return bytes[0] === COSIGNATURE && digest.slice(0, 8) === id;
}

const isAddress = (text: string): boolean =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).search + new URL(text).hash === '';

function witnessIn(words: string): SideWitness | undefined {
  const [code = '', key = '', url = '', ...more] = words.trim().split(/\s+/);
  const party = parties.find((each) => each.code.toLowerCase() === code.toLowerCase())?.code;
  if (party === undefined || more.length > 0 || !isWitnessKey(key) || !isAddress(url)) return undefined;
  return { party, key, url: url.replace(/\/+$/, '') };
}

/** The witness of each side: code of the side, public key and address, with a comma between the two; or none. */
const witnessesSetting = (name: string): Setting<readonly SideWitness[]> => ({
  name,
  read: (text) => {
    if (text === undefined) return [];
    const named = text.split(',').flatMap((words) => witnessIn(words) ?? []);
    const ordered = parties.flatMap(({ code }) => named.find(({ party }) => party === code) ?? []);
    const isEachOnce = text.split(',').length === parties.length && ordered.length === parties.length;
    const areApart = new Set(ordered.flatMap(({ key, url }) => [key, url])).size === 2 * parties.length;
    return isEachOnce && areApart
      ? ordered
      : { wrong: `must name a witness of each side, with a key and an address of its own, such as “${EXAMPLE}, …”` };
  },
});

/** The setting that names the witnesses of the transparency log, and what `--help` says of it. */
export const WITNESS_SETTING = {
  witnesses: {
    ...witnessesSetting('PARLEY_WITNESSES'),
    meaning: `the witness of each side, as “${EXAMPLE}”, parted by a comma; none when left out`,
  },
};

/** The setting as text again, for a process that is given it. */
export const witnessesText = (witnesses: readonly SideWitness[]): string =>
  witnesses.map(({ party, key, url }) => `${party} ${key} ${url}`).join(', ');
