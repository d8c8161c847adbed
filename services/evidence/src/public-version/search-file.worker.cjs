/**
 * Searches a file in a thread of its own, and reads the pages of a PDF with PDF.js. A stranger's file may be slow to
 * search, take up memory or make the search fail, and no request waits for the thread.
 */
const { dirname, join } = require('node:path');
const { parentPort, workerData } = require('node:worker_threads');
const { UnreadableFile } = require('./image-layers');
const { BeyondLimits } = require('./passage-search');
const { searchFile } = require('./search-file');

const home = dirname(require.resolve('pdfjs-dist/package.json'));

/** Every text in a value from PDF.js, under whatever key. */
function wordsIn(value, depth = 0) {
  if (typeof value === 'string') return [value];
  if (depth > 12 || typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return [];
  const inner = value instanceof Map ? [...value.entries()].flat() : Object.entries(value).flat();
  return inner.flatMap((each) => wordsIn(each, depth + 1));
}

async function takeApart(bytes) {
  const { getDocument, AnnotationType } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({
    data: bytes,
    cMapUrl: `${join(home, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(home, 'standard_fonts')}/`,
    useSystemFonts: false,
    isEvalSupported: false,
    stopAtErrors: false,
    verbosity: 0,
  });
  const document = await task.promise;
  const layers = [];
  const hidden = new Set();
  const add = (name, value) => {
    const text = wordsIn(value).join('\n');
    if (text !== '') layers.push({ name, text });
  };
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    layers.push({ name: 'text', text: items.map((item) => item.str ?? '').join('') });
    const annotations = await page.getAnnotations({ intent: 'any' });
    for (const annotation of annotations) {
      if (annotation.annotationType === AnnotationType.FILEATTACHMENT) hidden.add('attachments');
      else if (annotation.annotationType !== AnnotationType.LINK && annotation.annotationType !== AnnotationType.WIDGET)
        hidden.add('annotations');
    }
    add('annotations', annotations);
    add('hidden-content', await page.getStructTree());
    page.cleanup();
  }
  const { info, metadata } = await document.getMetadata();
  add('metadata', [info, metadata?.getRaw?.() ?? '', await document.getPageLabels()]);
  add('bookmarks', [await document.getOutline(), await document.getDestinations()]);
  add('annotations', [await document.getFieldObjects(), await document.getJSActions()]);
  const attachments = await document.getAttachments();
  if (attachments !== null) hidden.add('attachments');
  const optional = await document.getOptionalContentConfig();
  for (const [, group] of optional) {
    add('hidden-content', group.name);
    if (!group.visible) hidden.add('hidden-content');
  }
  await task.destroy();
  return { layers, hidden: [...hidden] };
}

/**
 * PDF.js unpacks into arrays that no limit of a thread counts. It alone can unpack some of them, and it passes over
 * what fails. So an array larger than a file may unpack to is refused, and the refusal is remembered.
 */
let isBeyond = false;
const { unpackedBytes, bytes, ...order } = workerData;
globalThis.Uint8Array = new Proxy(Uint8Array, {
  construct(array, given, asked) {
    if (typeof given[0] === 'number' && given[0] > unpackedBytes) {
      isBeyond = true;
      throw new RangeError('a larger array than is searched');
    }
    return Reflect.construct(array, given, asked);
  },
});

async function readPages(file) {
  try {
    const taken = await takeApart(Uint8Array.from(file));
    if (!isBeyond) return taken;
  } catch (error) {
    if (!isBeyond) throw new UnreadableFile('no PDF that can be read', { cause: error });
  }
  throw new BeyondLimits('it unpacks to more than is searched');
}

const searched = { ...order, unpackedBytes, bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length) };
searchFile(searched, readPages).then((check) => parentPort.postMessage(check));
