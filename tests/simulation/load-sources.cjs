/** Lets sources be loaded as they are, compiled on the way in. Needs `node -C parley-source`. */
const Module = require('node:module');
const fs = require('node:fs');
const path = require('node:path');
const swc = require('@swc/core');

const options = require(path.join(__dirname, '../../.workspace/swc-options.cjs'));

Module._extensions['.ts'] = (module, file) => {
  module._compile(
    swc.transformSync(fs.readFileSync(file, 'utf8'), { ...options, filename: file, sourceMaps: 'inline' }).code,
    file,
  );
};
