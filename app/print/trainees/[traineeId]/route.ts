import { notFound } from "next/navigation";
import type { NextRequest } from "next/server";
import { sendFilePaper } from "@/components/trainee-file/paper";
import { requireActor } from "@/lib/auth/actor";
import { route } from "@/lib/server/route";
import { findTrainee } from "@/lib/trainee/queries/record";
import { traineeId } from "@/lib/trainee/schema";

/** U15, R98: the whole file of one person on paper, for the office or for the person; numbers masked. */
export const GET = route(async (_: NextRequest, { params }: RouteContext<"/print/trainees/[traineeId]">) => {
  const actor = await requireActor("trainee:view");
  const id = traineeId.safeParse((await params).traineeId);
  const trainee = id.success ? await findTrainee(id.data) : null;
  if (!trainee) notFound();
  return sendFilePaper(actor, trainee);
});
