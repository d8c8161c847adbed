/**
 * Typesets pages in a thread of its own. A long table takes half a second, and meanwhile the main thread could answer
 * no request. The fonts take 60 MB, which are freed with the thread.
 */
const { readFileSync } = require('node:fs');
const { parentPort, workerData } = require('node:worker_threads');
const { NodeCompiler } = require('@myriaddreamin/typst-ts-node-compiler');

const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: workerData.fonts.map((file) => readFileSync(file)) }] });
const template = readFileSync(workerData.template, 'utf8');

parentPort.on('message', ({ id, page, creationTimestamp }) => {
  try {
    parentPort.postMessage({ id, pdf: typeset(page, creationTimestamp) });
  } catch (error) {
    parentPort.postMessage({ id, failure: String(error) });
  }
});

function typeset(page, creationTimestamp) {
  const compiled = compiler.compile({ mainFileContent: template, inputs: { page } });
  if (!compiled.result) throw new Error(`Typst: ${JSON.stringify(compiler.fetchDiagnostics(compiled.takeError()))}`);
  const pdf = compiler.pdf(compiled.result, { pdfStandard: 'a-2b', creationTimestamp });
  compiler.evictCache(0);
  return pdf;
}
