import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { LayerName } from '../../domain/public-version/redaction';
import { UnreadableFile, type Layer } from './layer';

type Answer = { readonly layers: readonly Layer[]; readonly hidden: readonly LayerName[] } | { readonly failure: string };

/** A file that takes longer is refused: what cannot be searched cannot be published. */
const MOST_MS = 30_000;
const MOST_MEMORY_MB = 512;

/** What a reader of PDFs finds in one: text of its pages, annotations, metadata, bookmarks. @throws UnreadableFile */
export async function pdfPages(bytes: Buffer): Promise<Exclude<Answer, { failure: string }>> {
  const worker = new Worker(join(__dirname, 'pdf-layers.worker.cjs'), {
    workerData: Uint8Array.from(bytes),
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
    stdout: true,
    stderr: true,
  });
  const timer = setTimeout(() => void worker.terminate(), MOST_MS);
  try {
    const answer = await new Promise<Answer>((resolve) => {
      const failed = (reason: unknown): void => resolve({ failure: String(reason) });
      worker.once('message', resolve).once('error', failed).once('exit', failed);
    });
    if ('failure' in answer) throw new UnreadableFile(answer.failure);
    return answer;
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
