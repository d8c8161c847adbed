import { sha256 } from '@parley/event-store';
import type { Instant, PersonId, Sha256 } from '@parley/kernel';
import type { Offer } from '../../../parties/attempt';

/** A command that a person gives. */
export type Act = Extract<Offer['command'], { readonly by: PersonId; readonly receivedAt: Instant }>;
export const isAct = (command: Offer['command']): command is Act => 'by' in command && 'receivedAt' in command;

export type ActOf<Type extends Act['type']> = Extract<Act, { readonly type: Type }>;

export type Office = 'desk' | 'registry' | 'cohead' | 'panel' | 'expert' | 'third-party' | 'conciliator';

/** The case over HTTP, as the person who is about to act sees it. */
export interface There {
  /** Path of the case: `/v1/cases/…`. */
  readonly path: string;
  /** The user who plays a person of the simulation; the same name when nobody does. */
  user(person: PersonId): string;
  /**
   * Reads something of the case as the person who acts, since what is signed has another digest there.
   * @param below path below that of the case
   * @returns nothing when it may not be read, or does not exist
   */
  read<Body>(below: string): Promise<Body | undefined>;
  /** Uploads a text as the person who acts, once under each name. @returns the id of the upload there */
  upload(name: string, text: string): Promise<string>;
}

/** How one kind of act is said over HTTP. */
export interface SpokenAct<A extends Act> {
  /** The office in which the act is done. */
  readonly by: Office | ((act: A) => Office);
  readonly path: (act: A, there: There) => string;
  /** The body of the request; none when left out. */
  readonly body?: (act: A, there: There) => object | Promise<object>;
  /** True when this act can be said; every act can when left out. */
  readonly sayable?: (act: A) => boolean;
  /** Members, and persons who are heard, learn no revision of the panel and can name none (I-43). */
  readonly withoutRevision?: boolean | ((act: A) => boolean);
  /** Sent under another key, the act makes another thing there, not the same one again. */
  readonly makesAnother?: true;
}

/** By the type of the command. Acts that are not here are not done in a history that is played again. */
export type SpokenActs = { readonly [Type in Act['type']]?: SpokenAct<ActOf<Type>> };

const WRONG = sha256('something else');

/**
 * The digest to sign there, when the right one is signed here. A wrong digest is sent as it is.
 * @param right reads the right digest there
 */
export async function signed(
  digest: Sha256,
  right: () => Promise<string | undefined>,
): Promise<{ readonly digest: string }> {
  return { digest: digest === WRONG ? digest : ((await right()) ?? digest) };
}
