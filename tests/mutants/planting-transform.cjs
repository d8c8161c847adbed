/**
 * Jest's transform with one fault planted. The source is changed on its way into the compiler, never on disk.
 * `PARLEY_FAULT` holds the fault as JSON.
 */
const path = require('node:path');
const swcJest = require('@swc/jest');

const WORKSPACE = path.join(__dirname, '../..');

module.exports = {
  createTransformer(options) {
    const compiler = swcJest.createTransformer(options);
    const { file, find, replace } = JSON.parse(process.env.PARLEY_FAULT ?? '{"file":""}');
    const target = path.join(WORKSPACE, file);
    const planted = (source, filename) => {
      if (filename !== target) return source;
      if (source.split(find).length !== 2) throw new Error(`${file} does not hold once: ${find}`);
      return source.replace(find, () => replace);
    };
    return {
      ...compiler,
      process: (source, filename, more) => compiler.process(planted(source, filename), filename, more),
      getCacheKey: (source, filename, more) => compiler.getCacheKey(planted(source, filename), filename, more),
    };
  },
};
