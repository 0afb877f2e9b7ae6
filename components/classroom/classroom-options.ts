import type { Option, OptionGroup } from "@/components/ui/form/choice-field";
import type { Room } from "@/lib/classroom/queries";
import { fits, lackOf } from "@/lib/classroom/rules";
import { listNeeds } from "@/lib/lesson/queries/fitting";
import { getTranslations } from "@/lib/wording/translations";
import type { LessonKind } from "@/prisma/generated/enums";
import { lackWords } from "./lack-words";

type Draft = { cohortIds: string[]; kind: string };

/** The classrooms to choose from; those that lack what the practice needs stand apart, under what they lack. */
export async function classroomOptions(rooms: readonly Room[], draft: Draft): Promise<(Option | OptionGroup)[]> {
  const [t, said, needs] = await Promise.all([
    getTranslations("lesson"),
    lackWords(),
    listNeeds(draft.cohortIds, draft.kind as LessonKind),
  ]);
  const option = ({ number, label, name, seats }: Room) => ({
    value: String(number),
    label: t("fields.classroom", { label, name, seats }),
  });
  const unfit = rooms.filter((room) => !fits(room, needs)).map((room) => ({ room, lack: said(lackOf(room, needs)) }));
  const lacks = [...new Set(unfit.map(({ lack }) => lack))];

  return [
    ...rooms.filter((room) => fits(room, needs)).map(option),
    ...lacks.map((lack) => ({
      label: t("fitting.lacks", { lack }),
      options: unfit.filter((one) => one.lack === lack).map(({ room }) => option(room)),
    })),
  ];
}
