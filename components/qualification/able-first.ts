import type { Option, OptionGroup } from "@/components/ui/form/choice-field";

/** Trainers to choose from, those who can teach what is asked in a group of their own before the others; all alike where nobody can. */
export function ableFirst(
  options: Option[],
  isAble: (trainerId: string) => boolean,
  groups: { able: string; others: string },
): (Option | OptionGroup)[] {
  const able = options.filter(({ value }) => isAble(value));
  if (able.length === 0) return options;
  return [
    { label: groups.able, options: able },
    { label: groups.others, options: options.filter((option) => !able.includes(option)) },
  ];
}
