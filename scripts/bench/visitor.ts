import http from "node:http";
import { sessionCookie, tokenOf } from "@/lib/auth/options";
import { db } from "@/lib/database/db";
import { newId } from "@/lib/database/id";
import type { Served } from "./setting";

export type Asked = { path: string; method?: "GET" | "POST"; headers?: Record<string, string>; body?: Buffer };
export type Answer = { status: number; location: string | undefined; bytes: number; firstByte: number; took: number };
export type Visitor = (asked: Asked, hear?: (piece: Buffer) => void) => Promise<Answer>;

/** One client with one connection that is kept open, and a browser's wish for packed answers. */
export function visitorOf({ origin }: Served, cookie = ""): Visitor {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  return ({ path, method = "GET", headers = {}, body }, hear) =>
    new Promise((resolve, reject) => {
      const begun = performance.now();
      const length = body ? { "content-length": String(body.length) } : {};
      const request = http.request(origin + path, {
        agent,
        method,
        headers: { cookie, "accept-encoding": "gzip", ...length, ...headers },
      });
      request.once("error", reject).once("response", (response) => {
        let bytes = 0;
        let firstByte = 0;
        response.on("data", (piece: Buffer) => {
          firstByte ||= performance.now() - begun;
          bytes += piece.length;
          hear?.(piece);
        });
        response.once("error", reject).once("end", () =>
          resolve({
            status: response.statusCode ?? 0,
            location: response.headers.location,
            bytes,
            firstByte,
            took: performance.now() - begun,
          }),
        );
      });
      request.end(body);
    });
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
