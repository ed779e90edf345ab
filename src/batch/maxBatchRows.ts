/** Rows that one batch can hold. */
export const MAX_BATCH_ROWS = 10_000;
