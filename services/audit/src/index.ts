export * from './audit.service';
export { logKeyOf } from './log/log-secrets';
