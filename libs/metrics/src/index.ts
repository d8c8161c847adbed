export * from './counted';
export * from './instruments';
