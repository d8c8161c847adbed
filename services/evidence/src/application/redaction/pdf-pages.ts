import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { LayerName } from '../../domain/public-version/redaction';
import { UnreadableFile, type Layer } from './layer';
import { turns } from './turns';

type TakenPages = { readonly layers: readonly Layer[]; readonly hidden: readonly LayerName[] };
type Answer = TakenPages | { readonly failure: string };

/** A file that takes longer is refused, well within the time of an act: what cannot be searched cannot be published. */
const MOST_MS = 12_000;
const MOST_MEMORY_MB = 512;
/** Each takes a thread and its memory. */
const inTurn = turns(2);

/** What a reader of PDFs finds in one: text of its pages, annotations, metadata, bookmarks. @throws UnreadableFile */
export const pdfPages = (bytes: Buffer): Promise<TakenPages> => inTurn(() => readPages(bytes));

async function readPages(bytes: Buffer): Promise<TakenPages> {
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
