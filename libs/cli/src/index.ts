export * from './command-line/run-parley';
