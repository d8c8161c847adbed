/** Lets sources be loaded as they are, compiled on the way in. Needs `node -C parley-source`. */
const Module = require('node:module');
const fs = require('node:fs');
const swc = require('@swc/core');

const options = require('./swc-options.cjs');

Module._extensions['.ts'] = (module, file) => {
  module._compile(
    swc.transformSync(fs.readFileSync(file, 'utf8'), { ...options, filename: file, sourceMaps: 'inline' }).code,
    file,
  );
};
