import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { homedir } from 'node:os';
import path from 'node:path';

const ANSWERS_WITHIN_MS = 1_000;

/**
 * Whether an engine for containers runs here, as far as can be told without loading testcontainers, which would slow
 * every run down.
 */
export async function hasContainerEngine(): Promise<boolean> {
  if (process.env['DOCKER_HOST']) return true;
  const sockets = [
    '/var/run/docker.sock',
    path.join(homedir(), '.docker/run/docker.sock'),
    path.join(process.env['XDG_RUNTIME_DIR'] ?? '/run', 'docker.sock'),
  ];
  const answers = await Promise.all(sockets.filter((socket) => existsSync(socket)).map(accepts));
  return answers.includes(true);
}

const accepts = (socketPath: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(socketPath);
    const answer = (open: boolean) => () => {
      socket.destroy();
      resolve(open);
    };
    socket.once('connect', answer(true)).once('error', answer(false)).setTimeout(ANSWERS_WITHIN_MS, answer(false));
  });
