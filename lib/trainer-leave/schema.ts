import { z } from "zod";
import { day, id, text } from "@/lib/command/fields";

export const grantLeaveInput = z.object({ trainerId: id, startsOn: day, endsOn: day, reason: text(60) });
export const cancelLeaveInput = z.object({ trainerId: id, leaveId: id });
