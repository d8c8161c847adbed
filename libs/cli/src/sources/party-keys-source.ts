import type { GivenPartyKeys } from '../verify/party-keys';
import { PublicFiles } from './public-files';
import { readText, textOf } from './read-file';

/** Where the keys of both sides are taken. */
export interface KeysPlace {
  /** File of what /v1/parties/keys answers. */
  readonly partyKeys?: string | undefined;
  readonly url?: string | undefined;
}

const ADDRESS = '/v1/parties/keys';

/** Reads the keys of both sides from a file, or else from an installation. @returns nothing where no place is given */
export async function readPartyKeys({ partyKeys: file, url }: KeysPlace): Promise<GivenPartyKeys | undefined> {
  if (file !== undefined) return { text: await readText(file), about: file };
  return url === undefined
    ? undefined
    : { text: textOf(await new PublicFiles(url).need(ADDRESS), ADDRESS), about: ADDRESS };
}
