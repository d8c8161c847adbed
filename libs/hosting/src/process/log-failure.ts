import { KeyFileError } from '@parley/auth';
import { SettingsError } from '@parley/http';
import { MessageParkedError } from '@parley/messaging';
import type { createLogger } from '@parley/telemetry';
import { NotReadyError, StartError } from './start-error';

/**
 * Logs an error of a worker. A parked message has words of its own, since it waits for somebody, or for the next try of
 * all parked ones.
 */
export const logFailure =
  (logger: Pick<ReturnType<typeof createLogger>, 'error'>) =>
  (failure: unknown): void => {
    logger.error(
      { err: failure },
      failure instanceof MessageParkedError ? 'a message is parked' : 'a worker failed and tries again',
    );
  };

/** Whether the message of an error is a sentence for the person at the terminal, about what they set up. */
export const isAboutStart = (error: unknown): error is Error =>
  error instanceof StartError || error instanceof SettingsError || error instanceof KeyFileError;

/**
 * Tells the person at the terminal of a failure: a sentence where it is about their machine, and the whole trace where
 * it is about this program.
 * @param foldersSetting name of the setting that says where the process keeps its files
 */
export function sentenceOf(error: unknown, foldersSetting: string): string {
  if (error instanceof NotReadyError) return `It cannot start yet: ${error.message}.`;
  if (isAboutStart(error)) return error.message;
  if (isAboutFile(error)) return `${error.path} cannot be used (${error.code}); see ${foldersSetting}.`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/**
 * The code with which a process of a fleet ends that cannot start. A start that is wrong until somebody mends a setting
 * has the code that systems know for it (EX_CONFIG), so that whoever looks after the process need not try again.
 */
export const exitCodeOf = (error: unknown): number => (isAboutStart(error) ? REFUSED_START : 1);

export const REFUSED_START = 78;

const FILE_CODES: readonly unknown[] = ['EACCES', 'EPERM', 'ENOSPC', 'EROFS', 'EDQUOT', 'ENOTDIR', 'EISDIR'];

const isAboutFile = (error: unknown): error is { readonly path: string; readonly code: string } =>
  error instanceof Error &&
  'path' in error &&
  typeof error.path === 'string' &&
  'code' in error &&
  FILE_CODES.includes(error.code);
