import "server-only";
import { Worker } from "node:worker_threads";
import { Refusal } from "@/lib/refusal/refusal";
import type { Told } from "@/lib/workbook/book";
import type { Fault } from "@/lib/workbook/parts";
import { mostFileBytes, type Sheet } from "@/lib/workbook/sheet";

/** No file of a village takes a tenth of it. */
const longest = { milliseconds: 10_000, megabytes: 256 };
const mostWaiting = 8;

type Found = { sheets: Sheet[]; hidden: string[] };

/**
 * The sheets of a workbook or of a text file, and the names of the hidden ones, which are not read. What cannot be read is refused at
 * `field` with how to save it (R80, invariants 5.5); where many files wait to be read, somebody has to come back (BUSY).
 */
export async function readWorkbook(file: Uint8Array, field: string): Promise<Found> {
  return foundIn(file.length > mostFileBytes ? { fault: "TOO_LARGE" } : await oneByOne(() => inThread(file)), field);
}

/** What was told of a file, as whoever sent it is answered. */
export function foundIn(told: Told, field: string): Found {
  if ("fault" in told) throw new Refusal("INPUT_WRONG", { field, case: faultCases[told.fault] });

  const hidden = told.sheets.flatMap((sheet) => (sheet.hidden && sheet.name ? [sheet.name] : []));
  return { sheets: told.sheets.filter((sheet) => !sheet.hidden), hidden };
}

const faultCases: Record<Fault, string> = {
  OTHER: "FILE_OTHER",
  TOO_LARGE: "FILE_TOO_LARGE",
  BINARY: "FILE_BINARY",
  OLD: "FILE_OLD",
  LOCKED: "FILE_LOCKED",
  BROKEN: "FILE_BROKEN",
};

let waiting = 0;
let last: Promise<unknown> = Promise.resolve();

/** Files are read one after the other, so that many of them take no more memory than one. */
async function oneByOne(read: () => Promise<Told>): Promise<Told> {
  if (waiting >= mostWaiting) throw new Refusal("BUSY");
  waiting++;
  const turn = last.then(read);
  last = turn.catch(() => undefined).finally(() => waiting--);
  return turn;
}

function inThread(file: Uint8Array): Promise<Told> {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: longest.megabytes },
  });
  return new Promise<Told>((resolve, reject) => {
    const late = setTimeout(() => resolve({ fault: "TOO_LARGE" }), longest.milliseconds);
    worker.once("message", resolve);
    worker.once("error", (error: NodeJS.ErrnoException) =>
      error.code === "ERR_WORKER_OUT_OF_MEMORY" ? resolve({ fault: "TOO_LARGE" }) : reject(error),
    );
    worker.once("exit", () => clearTimeout(late));
    worker.postMessage(file);
  }).finally(() => worker.terminate());
}
