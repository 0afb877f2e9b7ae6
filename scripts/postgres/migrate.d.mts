import type pg from "pg";

export function migrate(client: pg.Client, only?: { only?: { name: string; checksum: string }[] }): Promise<string[]>;
