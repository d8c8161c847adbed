export * from './known-from.contract';
