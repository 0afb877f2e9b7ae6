import { mayApprove } from "@/lib/auth/permissions";
import type { Role } from "@/prisma/generated/enums";

/** R98: who looked at a number is told to the person, so the role that answers such a request sees it; the auditor reads the log itself. */
export const maySeeLooks = (role: Role): boolean => mayApprove(role, "trainee:ownData");
