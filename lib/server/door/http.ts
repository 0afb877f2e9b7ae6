import "server-only";
import http from "node:http";
import { env } from "@/lib/env";
import { duringVisit, type Visit } from "@/lib/refusal/visit";
import { sayAway } from "@/lib/server/door/away";
import { closedPolicy, safeHeaders } from "@/lib/server/door/headers";
import { cleanAddress, refusalOfHead } from "@/lib/server/door/look";
import { sentencesOf } from "@/lib/server/door/words";
import { clientOf } from "@/lib/value/client-address";

/** Stands before Next in every server of this process: what is no question for us ends here, the rest goes on with a head that can be believed. */
export function openDoor(): void {
  const emit = http.Server.prototype.emit as (event: string | symbol, ...rest: unknown[]) => boolean;
  http.Server.prototype.emit = function (this: http.Server, event: string | symbol, ...rest: unknown[]) {
    if (event !== "request") return emit.call(this, event, ...rest);
    const [request, response] = rest as [http.IncomingMessage, http.ServerResponse];
    if (refuse(request, response)) return true;

    believe(request);
    // Files pass by the proxy, which gives pages their headers.
    const address = request.url ?? "";
    if (/^\/(_next\/static\/|icons\/|fonts\/|icon\.svg|print\.css)/.test(address)) setAll(response, fileHeaders());
    // A changed file of public/ takes a new name or a new number behind it.
    if (/^\/(icons\/|fonts\/|print\.css\?v=)/.test(address)) response.setHeader("cache-control", forAYear);
    const visit: Visit = { away: false, form: [] };
    sayAway(request, response, visit);
    return duringVisit(visit, () => emit.call(this, event, ...rest));
  };
}

function refuse(request: http.IncomingMessage, response: http.ServerResponse): boolean {
  const { address } = env();
  const refused = refusalOfHead(request, address);
  const clean = refused ? undefined : cleanAddress(request);
  if (clean) {
    setAll(response, { ...fileHeaders(), "cache-control": "no-store", location: clean });
    response.writeHead(303).end();
  }
  if (!refused) return clean !== undefined;

  setAll(response, { ...fileHeaders(), "cache-control": "no-store", "content-type": "text/plain; charset=utf-8" });
  if (refused.status === 405) response.setHeader("allow", "GET, HEAD, POST");
  response.writeHead(refused.status).end(sentencesOf(refused.reason, address));
  return true;
}

/** What a stranger wrote into the head does not reach the pages. */
function believe({ headers, socket }: http.IncomingMessage): void {
  const forwarded = headers["x-forwarded-for"];
  headers["x-forwarded-for"] = clientOf(socket.remoteAddress, forwarded && String(forwarded), env().proxies);
  for (const name of ["forwarded", "x-real-ip", "x-forwarded-port"]) delete headers[name];
  if (!/^https?$/.test(String(headers["x-forwarded-proto"]))) delete headers["x-forwarded-proto"];
}

const forAYear = "public, max-age=31536000, immutable";

const fileHeaders = () => ({ ...safeHeaders(), "content-security-policy": closedPolicy });

function setAll(response: http.ServerResponse, headers: Record<string, string>): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}
