import type { Position } from '@parley/event-store';
import { problemCatalogue } from '../problems/problem-catalogue';
import { ProblemError } from '../problems/problem.error';
import type { CursorCodec } from './cursor-codec';

export const POSITION_SCOPE = 'position';

/** The form in which a client sees a position of the store. */
export const sealPosition = (cursors: CursorCodec, position: Position): string =>
  cursors.seal(POSITION_SCOPE, position);

/**
 * The position that a client got from its write and asks a list to wait for.
 * @throws ProblemError 400 `cursor-invalid`
 */
export function openPosition(cursors: CursorCodec, sealed: string): Position {
  const position = cursors.open(POSITION_SCOPE, sealed);
  if (typeof position !== 'string') throw new ProblemError(problemCatalogue.cursorInvalid);
  return position as Position;
}
