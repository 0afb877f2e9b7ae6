import { useTranslations } from "next-intl";
import type { Company } from "@/lib/lesson-helper/queries";

/** Who is in a lesson beside its trainer, in one line; nothing where nobody is. */
export function CompanyLine({ company: { helpers, teachers } }: { company: Company }) {
  const t = useTranslations("helper");
  const words = [
    ...teachers.map(({ name, number }) => t("teacherOf", { name, number })),
    ...helpers.map(({ name, role }) => t("helperAs", { name, role: t(`role.${role}`) })),
  ];
  if (words.length === 0) return null;
  return <p>{words.join(t("between"))}</p>;
}
