import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

/** Where the contract finds a server: one that was given, one in a container, or none. */
export type ServerSource =
  { readonly kind: 'given'; readonly url: string } | { readonly kind: 'container' } | { readonly kind: 'double' };

const SOCKETS = [
  '/var/run/docker.sock',
  path.join(homedir(), '.docker/run/docker.sock'),
  path.join(process.env['XDG_RUNTIME_DIR'] ?? '/run', 'docker.sock'),
];

export function serverSource(): ServerSource {
  const url = process.env['EVENTSTORE_URL'];
  if (url) return { kind: 'given', url };
  const hasEngine = Boolean(process.env['DOCKER_HOST']) || SOCKETS.some((socket) => existsSync(socket));
  return hasEngine ? { kind: 'container' } : { kind: 'double' };
}
