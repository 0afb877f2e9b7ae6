export function record(fields: { test: true }): void;
