export * from './backup-refused';
export * from './restore-backup';
export * from './take-backup';
export * from './verify-backup';
