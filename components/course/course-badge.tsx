import { getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import type { CourseState } from "@/prisma/generated/enums";

/** The state of a course as word, shape and colour. */
export async function CourseBadge({ state }: { state: CourseState }) {
  const t = await getTranslations("state.course");
  return <Badge kind={state === "OPEN" ? "ok" : "open"}>{t(state)}</Badge>;
}
