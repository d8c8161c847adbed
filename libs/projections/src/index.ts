export * from './bookkeeping.migration';
export * from './projection';
