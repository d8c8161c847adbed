export * from './audit.service';
export { logKeyOf, LogSecrets } from './log/log-secrets';
export { headPath } from './log/log-writer';
