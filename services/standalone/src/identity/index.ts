export * from './demonstration-identity';
export * from './demonstration-users';
export * from './identity';
