import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

/** An S3 gateway over files (Apache-2.0) with versions, object lock and conditional writes. */
const MODULE = 'github.com/versity/versitygw/cmd/versitygw';
const VERSION = 'v1.8.0';
const BUILD_MS = 10 * 60_000;
/** Milliseconds after which a builder that was killed loses its turn. */
const TURN_MS = BUILD_MS;

const folder = path.join(
  process.env['XDG_CACHE_HOME'] || path.join(homedir(), '.cache'),
  'parley',
  'versitygw',
  VERSION,
);
const binary = path.join(folder, 'versitygw');

export type Built =
  { readonly kind: 'built'; readonly binary: string } | { readonly kind: 'absent'; readonly reason: string };

/**
 * The gateway, built once for this user by Go, outside the repository. It blocks, because a block of specs is skipped
 * or not while it is declared. With a warm cache it costs a look at the disk.
 */
export function versitygwBinary(): Built {
  if (existsSync(binary)) return { kind: 'built', binary };
  if (spawnSync('go', ['version']).status !== 0)
    return { kind: 'absent', reason: 'there is no Go to build the S3 gateway with' };
  mkdirSync(folder, { recursive: true });
  const turn = path.join(folder, 'building');
  while (!taken(turn)) {
    if (existsSync(binary)) return { kind: 'built', binary };
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 250);
  }
  try {
    return existsSync(binary) ? { kind: 'built', binary } : build();
  } finally {
    rmSync(turn, { recursive: true, force: true });
  }
}

/** One worker builds, the others wait for it. */
function taken(turn: string): boolean {
  const begun = statSync(turn, { throwIfNoEntry: false })?.mtimeMs;
  if (begun !== undefined && Date.now() - begun > TURN_MS) rmSync(turn, { recursive: true, force: true });
  try {
    mkdirSync(turn);
    return true;
  } catch {
    return false;
  }
}

function build(): Built {
  process.stderr.write(
    `Fetching and building the S3 gateway for the tests once (${MODULE}@${VERSION}, two to three ` +
      `minutes) into ${folder}\n`,
  );
  const into = mkdtempSync(path.join(folder, 'build-'));
  try {
    const env = { ...process.env, GOBIN: into, CGO_ENABLED: '0' };
    const { status, stderr, error } = spawnSync('go', ['install', '-ldflags=-s -w', `${MODULE}@${VERSION}`], {
      env,
      timeout: BUILD_MS,
      encoding: 'utf8',
    });
    if (status !== 0)
      return {
        kind: 'absent',
        reason:
          'the S3 gateway could not be built: ' + (error?.message ?? (stderr.trim().split('\n').at(-1) || 'go failed')),
      };
    renameSync(path.join(into, 'versitygw'), binary);
    return { kind: 'built', binary };
  } finally {
    rmSync(into, { recursive: true, force: true });
  }
}
