export { seededNumbers, type Hostility } from './hostility';
export * from './tail-feed';
export * from './tail-publisher';
