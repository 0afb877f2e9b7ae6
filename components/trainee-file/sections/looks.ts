import { tellAccess } from "@/lib/report/queries/log/told-access";
import type { TraineeFile } from "@/lib/trainee-file/queries/file";
import { minuteOfInstant } from "@/lib/value/clock";
import type { Locale } from "@/lib/wording/locale";
import type { Say, Section } from "./section";

/** R92, R93: who looked at a number of this person or took a file in which it stood, why and when. */
export const lookSection = ({ looks }: TraineeFile, say: Say, locale: Locale): Section => ({
  key: "looks",
  title: say("traineeFile.looks.title", { count: looks.length }),
  note: say("traineeFile.looks.note"),
  none: say("traineeFile.looks.none"),
  columns: [
    { title: say("audit.history.what"), width: 24 },
    { title: say("audit.history.at"), width: 17 },
    { title: say("audit.access.about"), width: 30 },
    { title: say("audit.access.who"), width: 14 },
    { title: say("audit.access.reason"), width: 30 },
  ],
  rows: tellAccess(looks, locale).map(({ id, at, name, act, about, reason }) => ({
    key: String(id),
    cells: [act, minuteOfInstant(at), about, name ?? say("audit.access.nobody"), reason ?? ""],
  })),
});
