import "server-only";
import { notFound } from "next/navigation";
import type { Actor } from "@/lib/auth/actor";
import { htmlOf } from "@/lib/report/file/html";
import { printReport } from "@/lib/report/sheet/printed";
import type { Report } from "@/lib/report/sheet/report";
import { translatorOf } from "@/lib/wording/translations";

/** U15, U39: a report on paper, from the same query as its file and its page; numbers masked, and no script at all. */
export async function sendPrint(
  actor: Actor,
  kind: string,
  permission: Report["permission"],
  query: URLSearchParams,
): Promise<Response> {
  const found = await printReport(kind, permission, query, actor);
  if (!found) notFound();

  const { screen, file, draft, columns, rows, foot, ...paper } = found;
  const say = translatorOf(actor.locale);
  const page = htmlOf({
    ...paper,
    language: actor.locale,
    draft: draft ? say("report.file.draft") : undefined,
    links: [
      { href: screen, text: say("report.print.back") },
      { href: file, text: say("report.print.file") },
    ],
    hint: say("report.print.how"),
    blocks: [{ columns, rows, foot }],
  });
  return sendPage(page);
}

/** A page of paper: kept by nobody on the way, since it says what was so when it was asked for. */
export const sendPage = (html: string): Response =>
  new Response(html, { headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" } });
