import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import type { S3Server } from './s3-server';

const IMAGE = 'minio/minio:RELEASE.2025-04-22T22-12-26Z';
const PORT = 9_000;

/** True where an engine for containers answers. */
export const hasContainerEngine = (): boolean =>
  spawnSync('docker', ['info'], { timeout: 5_000, stdio: 'ignore' }).status === 0;

/** MinIO in a container of its own. */
export async function startMinio(): Promise<S3Server> {
  // Loaded here, because it takes a second and is needed nowhere else.
  const { GenericContainer, Wait } = await import('testcontainers');
  const credentials = { accessKeyId: 'parley-tests', secretAccessKey: randomUUID() };
  const container = await new GenericContainer(IMAGE)
    .withEnvironment({ MINIO_ROOT_USER: credentials.accessKeyId, MINIO_ROOT_PASSWORD: credentials.secretAccessKey })
    .withCommand(['server', '/data'])
    .withExposedPorts(PORT)
    .withWaitStrategy(Wait.forHttp('/minio/health/ready', PORT))
    .start();
  const endpoint = `http://${container.getHost()}:${container.getMappedPort(PORT)}`;
  const stop = async (): Promise<void> => {
    await container.stop();
  };
  return { endpoint, credentials, folder: undefined, stop };
}
