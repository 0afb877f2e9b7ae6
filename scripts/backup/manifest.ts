import { z } from "zod";

/** The first line of a backup after its mark: what it is of. */
export const header = z.strictObject({
  takenAt: z.iso.datetime(),
  server: z.string(),
  /** The mark of the data key its sealed fields were written with; the key itself is nowhere in it (I31). */
  key: z.string().nullable(),
  migrations: z.array(z.strictObject({ name: z.string(), checksum: z.string() })),
});

/** What one table holds: its rows in the order of its key, as COPY writes them. */
export const tally = z.strictObject({ table: z.string(), rows: z.number(), sha256: z.string() });

/** The last line: a file without it was cut short. */
export const trailer = z.strictObject({
  tables: z.array(tally),
  sequences: z.array(z.strictObject({ name: z.string(), value: z.string() })),
});

export type Header = z.output<typeof header>;
export type Tally = z.output<typeof tally>;
export type Trailer = z.output<typeof trailer>;

export const beginMark = "-- portal backup 1 ";
export const endMark = "-- end of the backup ";

/** Only names as the migrations write them get from a file into a statement. */
const copying = /^COPY ("[a-z][a-z0-9_]*") \(("[a-z][a-z0-9_]*"(?:, "[a-z][a-z0-9_]*")*)\) FROM stdin;$/;

/** The statement that loads a table, understood; undefined when the line is none. */
export function tableOf(line: string): { table: string; columns: string } | undefined {
  const [, table, columns] = copying.exec(line) ?? [];
  return table && columns ? { table, columns } : undefined;
}
