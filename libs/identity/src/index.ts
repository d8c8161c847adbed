export * from './demonstration-identity';
export * from './demonstration-users';
export * from './identity';
export * from './show-parties';
export * from './trusted-issuer';
export { AUDIENCE } from './demonstration-provider';
