import type pg from "pg";

/** `COPY … TO STDOUT`, which pg knows no word for: the bytes are counted and let go. */
export function copyOut(client: pg.Client, text: string): Promise<number> {
  return new Promise((resolve, reject) => {
    let bytes = 0;
    client.query({
      submit: (connection: { query(text: string): void }) => connection.query(text),
      handleCopyData: ({ chunk }: { chunk: Buffer }) => {
        bytes += chunk.length;
      },
      handleCommandComplete() {},
      handleReadyForQuery: () => resolve(bytes),
      handleError: reject,
    } as unknown as pg.Submittable);
  });
}
