import { parentPort } from "node:worker_threads";
import { toldOf } from "./book.ts";

/** A thread of its own, so that no file stops the portal, and its memory is gone with it. */
parentPort?.once("message", async (file: Uint8Array) => parentPort?.postMessage(await toldOf(file)));
