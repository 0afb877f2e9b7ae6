import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { CourseState } from "@/prisma/generated/enums";

/** The state of a course as word, shape and colour. */
export function CourseBadge({ state }: { state: CourseState }) {
  const t = useTranslations("state.course");
  return <Badge kind={state === "OPEN" ? "ok" : "open"}>{t(state)}</Badge>;
}
