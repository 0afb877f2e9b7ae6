import type { IncomingMessage } from "node:http";
import type { Refused } from "@/lib/server/door/form";
import { withoutNumber } from "@/lib/trainee/search/rules";

/** What no address, and no head of a request, of ours comes near; everything behind the door reads less than this. */
const most = { address: 8_192, parameters: 200, headers: 100, cookies: 8_192 };

/** Why a request goes no further, told from its head alone, before Next makes anything of it; undefined when it may pass. */
export function refusalOfHead(request: IncomingMessage, address: string): Refused | undefined {
  const { method, url = "", headers, rawHeaders } = request;
  // Node makes no Request of a TRACE, so it would never reach the proxy and come out as a fault (invariants 5.8).
  if (method === "TRACE") return { status: 405, reason: "method" };
  if (rawHeaders.length > 2 * most.headers || (headers.cookie?.length ?? 0) > most.cookies)
    return { status: 431, reason: "headers" };
  if (url.length > most.address || count(url, "&") > most.parameters) return { status: 414, reason: "address" };
  if (!isReadable(url)) return { status: 400, reason: "address" };
  return isOurs(headers, url, address) ? undefined : { status: 421, reason: "host" };
}

/** R95: where somebody put a full number into an address the answer leads to the address without it, and says nothing of the number. */
export function cleanAddress({ method, url = "" }: IncomingMessage): string | undefined {
  return method === "GET" || method === "HEAD" ? withoutNumber(url) : undefined;
}

/** PostgreSQL keeps no NUL, Next takes a broken escape for a fault of ours, and leads to the host that a whole address names. */
function isReadable(url: string): boolean {
  if (!url.startsWith("/") || /%00|[\0-\x20\x7f]/i.test(url)) return false;
  try {
    decodeURIComponent(url.split("?", 1)[0] ?? "");
    return true;
  } catch {
    return false;
  }
}

/** Under any other name a page of ours would be somebody else's; this machine itself and whoever watches its health may ask by number. */
function isOurs(headers: IncomingMessage["headers"], url: string, address: string): boolean {
  const ours = new URL(address).hostname;
  const [asked, forwarded] = [nameIn(headers.host), headers["x-forwarded-host"]];
  if (forwarded !== undefined && nameIn(String(forwarded)) !== ours) return false;
  return asked === ours || (asked !== undefined && (loopback.includes(asked) || url.startsWith("/health/")));
}

const loopback = ["localhost", "127.0.0.1", "[::1]"];

function nameIn(host: string | undefined): string | undefined {
  return host && /^[\w.:[\]-]{1,255}$/.test(host) && URL.canParse(`http://${host}`)
    ? new URL(`http://${host}`).hostname
    : undefined;
}

const count = (text: string, sign: string): number => text.split(sign).length - 1;
