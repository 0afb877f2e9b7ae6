import type pg from "pg";

export function whilePreparing<T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T>;
export function prepareDatabase(
  ownerUrl: string,
  dataKey: string,
): Promise<{ appUrl: string; applied: string[]; version: string }>;
export function withDatabase(address: string, name: string): string;
