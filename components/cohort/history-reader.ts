import { getMessages } from "next-intl/server";
import type { ReadValue } from "@/components/audit/history-table";
import { listCourseNames } from "@/lib/course/queries";

/** What the stored values of a cohort read as: states, courses, warnings. */
export async function historyReader(): Promise<ReadValue> {
  const [words, courses] = await Promise.all([getMessages(), listCourseNames()]);
  const states: Record<string, string> = words.state.cohort;
  const warnings: Record<string, string> = words.cohort.findings.names;
  const names = new Map(courses.map(({ id, name }) => [id, name]));

  return (field, value) => {
    if (field === "state") return states[value];
    if (field === "courseId") return names.get(value);
    if (field !== "warnings") return undefined;
    return value
      .split(" ")
      .map((name) => warnings[name] ?? name)
      .join(words.cohort.between);
  };
}
