import type { Choices } from "@/lib/lesson/queries/scope";
import type { Scope } from "@/lib/lesson/rules/scope";

type Named = { id: string; name: string };

/** What can be chosen, as people call it. */
export const scopesOf = ({ rooms, trainers, cohorts }: Choices): Record<Scope["kind"], Named[]> => ({
  room: rooms.map(({ number, label, name }) => ({ id: String(number), name: `${label} ${name}` })),
  trainer: trainers,
  cohort: cohorts.map(({ id, number, title }) => ({ id, name: `${number} ${title}` })),
});

/** The name of what was chosen; none where nothing was, or where there is no such thing. */
export const scopeName = (choices: Choices, of: Scope | undefined): string =>
  (of && scopesOf(choices)[of.kind].find(({ id }) => id === of.id)?.name) ?? "";
