export * from './evidence.service';
