import "server-only";
import { notFound, redirect } from "next/navigation";
import type { NextRequest } from "next/server";
import { z } from "zod";
import { type Actor, requireActor } from "@/lib/auth/actor";
import { id } from "@/lib/command/fields";
import { asRefusal, isPassing, type RefusalName } from "@/lib/refusal/refusal";
import { startExport } from "@/lib/report/commands/export";
import { type Format, fullFormat } from "@/lib/report/schema";
import { findReport, readFilter } from "@/lib/report/sheet/list";
import type { Report } from "@/lib/report/sheet/report";
import { lookUp } from "@/lib/wording/lookup";

/** A report of the list as a file, piece by piece as it is fetched; whoever may not see it has been turned away by the route. */
export async function sendReport(request: NextRequest, actor: Actor, permission: Report["permission"], file: string) {
  const named = fileName.safeParse(file).data;
  const report = named && findReport(named.kind);
  if (!named || report?.permission !== permission) notFound();

  const query = new URLSearchParams(request.nextUrl.searchParams);
  const grant = query.has("grant") ? id.safeParse(query.get("grant")) : undefined;
  query.delete("grant");
  const filter = readFilter(report, query);
  if (!filter || grant?.success === false || (grant && named.format !== fullFormat)) return refuse(422, "INPUT_WRONG");
  if (grant) await requireActor("report:exportFull");

  const headers = { "content-type": types[named.format], "cache-control": "no-store" };
  if (request.method === "HEAD") return new Response(null, { headers });
  try {
    const started = await startExport(
      actor,
      { report, filter, format: named.format, grant: grant?.data },
      request.signal,
    );
    if (!started) notFound();
    return new Response(started.body, {
      headers: {
        ...headers,
        "content-disposition": disposition(started.name, file),
        "x-export": started.id,
        "x-rows": String(started.count),
      },
    });
  } catch (error) {
    const refusal = asRefusal(error);
    if (refusal?.refusal === "WRONG_STATE") redirect(`/reports/full/${report.kind}?${query}&grant=${grant?.data}`);
    if (refusal?.refusal === "INPUT_WRONG") return refuse(422, "INPUT_WRONG");
    if (!refusal || !isPassing(refusal)) throw error;
    return refuse(503, refusal.refusal);
  }
}

/** What a file stands under in its folder: `roster.xlsx`. */
export const fileName = z
  .string()
  .regex(/^[a-z-]{1,40}\.(xlsx|csv)$/)
  .transform((name) => {
    const [kind = "", format = ""] = name.split(".");
    return { kind, format: format as Format };
  });

const types = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
};

/** RFC 6266, 5987: the Chinese name, and a plain one for whoever cannot read it. */
export const disposition = (name: string, plain: string): string =>
  `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`;

async function refuse(status: number, name: RefusalName) {
  const say = await lookUp("refusal");
  const headers = { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store", "retry-after": "30" };
  return new Response(`${say(name, { case: "-" })}\n`, { status, headers });
}
