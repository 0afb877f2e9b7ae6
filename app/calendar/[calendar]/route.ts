import { createHash } from "node:crypto";
import type { NextRequest } from "next/server";
import { clientAddress } from "@/lib/auth/actor";
import { fetchFeed, wrongMinutes } from "@/lib/calendar-feed/commands/fetch";
import { route } from "@/lib/server/route";
import { locales } from "@/lib/wording/messages";
import { translatorOf } from "@/lib/wording/translations";

/** U18: a calendar fetches lessons. Nobody signs in here: the secret in the address is all there is, and `proxy.ts` lets nobody keep it. */
export const GET = route(async (request: NextRequest, { params }: RouteContext<"/calendar/[calendar]">) => {
  const [, secret = ""] = /^(.*)\.ics$/s.exec((await params).calendar) ?? [];
  const found = await fetchFeed(secret, await clientAddress());
  if (typeof found === "string") return refuse(found);

  const etag = `"${createHash("sha256").update(found.ics).digest("base64url").slice(0, 27)}"`;
  if (request.headers.get("if-none-match") === etag) return new Response(null, { status: 304, headers: { etag } });
  return new Response(found.ics, {
    headers: {
      etag,
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": 'inline; filename="timetable.ics"',
    },
  });
});

/** The same words whatever is wrong with an address, in every language: nobody says here which one is read. */
function refuse(why: "gone" | "tooMany"): Response {
  const words = locales().map((locale) => `${translatorOf(locale)(`calendarFeed.${why}`)}\n`);
  return new Response(words.join(""), {
    status: why === "gone" ? 404 : 429,
    headers: {
      "content-type": "text/plain; charset=utf-8",
      ...(why === "tooMany" && { "retry-after": String(wrongMinutes * 60) }),
    },
  });
}
