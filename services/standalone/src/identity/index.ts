export * from './demonstration-identity';
export * from './demonstration-users';
