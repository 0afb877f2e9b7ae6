import type { IncomingMessage, ServerResponse } from "node:http";
import type { Visit } from "@/lib/refusal/visit";
import { awayPage, awayPolicy } from "@/lib/server/door/away-page";
import { safeHeaders } from "@/lib/server/door/headers";

/** How long to wait before another try, in seconds. */
export const retryAfter = "5";

/**
 * Invariants 6: a database that is away, or a queue that grew too long, is 503 with a sentence. A page can say nothing of the kind: Next
 * makes an empty 500 of what it throws, and by then the typed form is gone. So the answer is turned where it leaves.
 */
export function sayAway(request: IncomingMessage, response: ServerResponse, visit: Visit): void {
  const { writeHead, write, end } = response;
  const isScript = Boolean(request.headers.rsc ?? request.headers["next-action"]);
  const isDue = (status: number) => status === 500 && visit.away;
  // A form that was refused for it stands on its page with the sentence and all that was typed: only the status is missing.
  const isRefusedForm = (status: number) => status === 200 && visit.away && request.method === "POST" && !isScript;
  let turned = false;

  const turn = () => {
    turned = true;
    for (const name of response.getHeaderNames()) if (name !== "set-cookie") response.removeHeader(name);
    const page = Buffer.from(awayPage(request.url ?? "/", visit.form));
    writeHead.call(response, 503, {
      ...safeHeaders(),
      "content-security-policy": awayPolicy,
      "content-type": "text/html; charset=utf-8",
      "content-length": page.length,
      "cache-control": "no-store",
      "retry-after": retryAfter,
    });
    (end as Loose).call(response, request.method === "HEAD" ? undefined : page);
  };
  const head = (status: number, ...rest: unknown[]): ServerResponse => {
    if (turned) return response;
    if (isDue(status) && !isScript) turn();
    else if (isDue(status) || isRefusedForm(status))
      (writeHead as Loose).call(response.setHeader("retry-after", retryAfter), 503, ...rest);
    else (writeHead as Loose).call(response, status, ...rest);
    return response;
  };
  // Whatever Next still writes of its own page after the turn is dropped.
  const passing =
    (go: Loose, instead: unknown): Loose =>
    (...rest) => {
      if (!response.headersSent && isDue(response.statusCode)) response.writeHead(response.statusCode);
      if (!turned) return go.apply(response, rest);
      const done = rest.find((one) => typeof one === "function");
      if (done) process.nextTick(done as () => void);
      return instead;
    };

  response.writeHead = head as ServerResponse["writeHead"];
  response.write = passing(write as Loose, true) as ServerResponse["write"];
  response.end = passing(end as Loose, response) as ServerResponse["end"];
}

type Loose = (...rest: unknown[]) => unknown;
