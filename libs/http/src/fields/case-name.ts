const NUMBER = '[A-Z]{2}-\\d{4}-\\d{4,9}';

/** A docket number, as a pattern. */
export const DOCKET_NUMBER = new RegExp(`^${NUMBER}$`);

/** How a case is named wherever a client names one: by its id, or by its docket number. */
export const CASE_NAME = { pattern: `^([0-9a-f-]{36}|${NUMBER})$`, maxLength: 36 } as const;
