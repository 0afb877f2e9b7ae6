import type { TraineeFile } from "@/lib/trainee-file/queries/file";
import type { Locale } from "@/lib/wording/locale";
import { translatorOf } from "@/lib/wording/translations";
import { cohortSection } from "./cohorts";
import { identitySection } from "./identity";
import { lookSection } from "./looks";
import { certificateSection, staySection } from "./papers";
import type { Section } from "./section";

/** The whole file in the order of page and paper; without who looked where its reader may not see that. */
export function sectionsOf(file: TraineeFile, locale: Locale): Section[] {
  const say = translatorOf(locale);
  return [
    cohortSection(file, say),
    certificateSection(file, say),
    staySection(file, say),
    identitySection(file, say),
    ...(file.seesLooks ? [lookSection(file, say, locale)] : []),
  ];
}
