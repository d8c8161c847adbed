export * from './acts-table';
export * from './caller';
export * from './capacity';
export * from './case-access';
export * from './may-act';
export * from './readers';
export * from './readers-table';
export * from './refusals';
