import http from "node:http";
import type { Socket } from "node:net";
import { sessionCookie, tokenOf } from "@/lib/auth/options";
import { db } from "@/lib/database/db";
import { newId } from "@/lib/database/id";
import type { Served } from "./setting";

export type Asked = { path: string; method?: "GET" | "POST"; headers?: Record<string, string>; body?: Buffer };
export type Answer = {
  status: number;
  location: string | undefined;
  /** As they came over the line: packed, with heads and the marks between pieces. */
  bytes: number;
  /** In how many pieces the page came; each has marks of its own, and a packer that is flushed for each packs worse. */
  pieces: number;
  firstByte: number;
  took: number;
};
export type Visitor = (asked: Asked, hear?: (piece: Buffer) => void) => Promise<Answer>;

/** One client with one connection that is kept open, and a browser's wish for packed answers. */
export function visitorOf({ origin }: Served, cookie = ""): Visitor {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  const visit: Visitor = (asked, hear) =>
    new Promise((resolve, reject) => {
      const { path, method = "GET", headers = {}, body } = asked;
      const begun = performance.now();
      const length = body ? { "content-length": String(body.length) } : {};
      const request = http.request(origin + path, {
        agent,
        method,
        headers: { cookie, "accept-encoding": "gzip, deflate, br", ...length, ...headers },
      });
      let line: Socket | undefined;
      let before = 0;
      request.once("socket", (socket) => {
        line = socket;
        before = socket.bytesRead;
      });
      // The server closes a line that was idle for five seconds; as a browser does, the question is asked again on a new one.
      const again = (error: NodeJS.ErrnoException) =>
        request.reusedSocket && error.code === "ECONNRESET" ? resolve(visit(asked, hear)) : reject(error);
      request.once("error", again).once("response", (response) => {
        let pieces = 0;
        let firstByte = 0;
        response.on("data", (piece: Buffer) => {
          firstByte ||= performance.now() - begun;
          pieces++;
          hear?.(piece);
        });
        response.once("error", reject).once("end", () =>
          resolve({
            status: response.statusCode ?? 0,
            location: response.headers.location,
            bytes: (line?.bytesRead ?? 0) - before,
            pieces,
            firstByte,
            took: performance.now() - begun,
          }),
        );
      });
      request.end(body);
    });
  return visit;
}

/** Visitors signed in under an account, each with a sign-in of his own. */
export async function signedIn(served: Served, username: string, count: number): Promise<Visitor[]> {
  const { id: accountId } = await db.account.findUniqueOrThrow({ where: { username }, select: { id: true } });
  return Promise.all(
    Array.from({ length: count }, async () => {
      const id = newId();
      await db.signIn.create({ data: { id, accountId, address: "127.0.0.1" }, select: { id: true } });
      return visitorOf(served, `${sessionCookie().name}=${await tokenOf(id)}`);
    }),
  );
}
