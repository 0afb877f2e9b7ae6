export const floors: Record<string, string[]>;
export function belowFloors(found: { isEmbedded: boolean } & Record<string, string | boolean>): string[];
export function runningVersions(): Record<string, string>;
