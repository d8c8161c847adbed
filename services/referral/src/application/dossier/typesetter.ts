import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { millisOf, type Instant } from '@parley/kernel';
import type { Page } from './page';
import type { PageHead } from './page-html';

type Answer = { readonly id: number; readonly pdf: Uint8Array } | { readonly id: number; readonly failure: string };

/** Turns pages into PDF/A-2b. The same page and instant give the same bytes. */
export interface Typesetter {
  /**
   * @param instant that the document names as its creation
   * @throws when the page cannot be set
   */
  pdf(page: Page, head: PageHead, instant: Instant): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** Only the weights that the template uses; each is 10 MB. */
const WEIGHTS = ['400Regular/NotoSansSC_400Regular.ttf', '700Bold/NotoSansSC_700Bold.ttf'];

/** Starts a typesetter in a thread of its own. Close it when the dossier is done. */
export function startTypesetter(): Typesetter {
  const fonts = dirname(createRequire(__filename).resolve('@expo-google-fonts/noto-sans-sc/package.json'));
  const worker = new Worker(join(__dirname, 'typeset.worker.cjs'), {
    workerData: { fonts: WEIGHTS.map((file) => join(fonts, file)), template: join(__dirname, 'page.typ') },
  });
  const waiting = new Map<
    number,
    { readonly done: (pdf: Uint8Array) => void; readonly failed: (reason: Error) => void }
  >();
  const failAll = (reason: Error): void => {
    for (const { failed } of waiting.values()) failed(reason);
    waiting.clear();
  };
  worker.on('message', (answer: Answer) => {
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('pdf' in answer) asked?.done(answer.pdf);
    else asked?.failed(new Error(answer.failure));
  });
  worker.on('error', failAll);
  worker.on('exit', () => failAll(new Error('the typesetter has stopped')));
  let asked = 0;
  return {
    pdf: ({ title, blocks }, { docketNumber, edition }, instant) =>
      new Promise((done, failed) => {
        const id = (asked += 1);
        waiting.set(id, { done, failed });
        const page = JSON.stringify({ title, blocks, docket: docketNumber, edition });
        worker.postMessage({ id, page, creationTimestamp: Math.floor(millisOf(instant) / 1_000) });
      }),
    close: async () => {
      await worker.terminate();
    },
  };
}
