import { sha256 } from '@parley/event-store';
import type { Instant, PersonId, Sha256 } from '@parley/kernel';
import type { Offer } from '../../../parties/attempt';

/** What a person does. */
export type Act = Extract<Offer['command'], { readonly by: PersonId; readonly receivedAt: Instant }>;
export const isAct = (command: Offer['command']): command is Act => 'by' in command && 'receivedAt' in command;

export type ActOf<Type extends Act['type']> = Extract<Act, { readonly type: Type }>;

export type Office = 'desk' | 'registry' | 'cohead' | 'panel' | 'expert' | 'third-party';

/** The case over HTTP, as somebody sees it who is about to act in it. */
export interface There {
  /** Path of the case: `/v1/cases/…`. */
  readonly path: string;
  /** Who plays somebody of the simulation; the same name when nobody does. */
  user(person: PersonId): string;
  /**
   * Something of the case, read by who acts: what is signed has another digest there.
   * @param below path below that of the case
   * @returns nothing where it may not be read, or is not there
   */
  read<Body>(below: string): Promise<Body | undefined>;
  /** Uploads a text as who acts, once under each name. @returns the id of the upload there */
  upload(name: string, text: string): Promise<string>;
}

/** How one kind of act is said over HTTP. */
export interface SpokenAct<A extends Act> {
  /** In which office it is done. */
  readonly by: Office | ((act: A) => Office);
  readonly path: (act: A, there: There) => string;
  /** Nothing is sent when left out. */
  readonly body?: (act: A, there: There) => object | Promise<object>;
  /** Whether this very act can be said; every one when left out. */
  readonly sayable?: (act: A) => boolean;
  /** Members, and who is heard in person, learn no revision of the panel and can name none (I-43). */
  readonly withoutRevision?: boolean | ((act: A) => boolean);
  /** Under another key it is not the same again there, but another thing. */
  readonly makesAnother?: true;
}

/** By the type of the command. What is not here is not done in a history that is played again. */
export type SpokenActs = { readonly [Type in Act['type']]?: SpokenAct<ActOf<Type>> };

const WRONG = sha256('something else');

/**
 * What is signed there where the right thing is signed here; what is wrong here is sent as it is.
 * @param right reads the digest there
 */
export async function signed(
  digest: Sha256,
  right: () => Promise<string | undefined>,
): Promise<{ readonly digest: string }> {
  return { digest: digest === WRONG ? digest : ((await right()) ?? digest) };
}
