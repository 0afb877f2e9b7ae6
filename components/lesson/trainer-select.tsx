"use client";

import { useEffect, useRef, useState } from "react";
import { ableFirst } from "@/components/qualification/able-first";
import { type Option, SelectField } from "@/components/ui/form/choice-field";

type Props = {
  label: string;
  empty: string;
  groups: { able: string; others: string };
  defaultValue: string;
  /** The cohorts that are chosen as the page comes; what is ticked afterwards is seen where there is script. */
  cohortIds: string[];
  /** Who can teach each cohort. */
  able: Record<string, string[]>;
  options: Option[];
};

/** The trainer of a lesson: those who can teach all cohorts that are ticked come first, in a group of their own. */
export function TrainerSelect({ label, empty, groups, defaultValue, cohortIds, able, options }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const [state, setState] = useState({ cohortIds, chosen: defaultValue });

  useEffect(() => {
    const form = place.current?.closest("form");
    if (!form) return;
    const look = ({ target }: Event) => {
      if (!(target instanceof HTMLInputElement) || target.name !== "cohortIds[]") return;
      const data = new FormData(form);
      setState({
        cohortIds: data.getAll("cohortIds[]").map(String),
        chosen: String(data.get("trainerId") ?? ""),
      });
    };
    form.addEventListener("change", look);
    return () => form.removeEventListener("change", look);
  }, []);

  const canTeach = (trainerId: string) =>
    state.cohortIds.length > 0 && state.cohortIds.every((id) => able[id]?.includes(trainerId));
  return (
    <div ref={place}>
      <SelectField
        key={state.cohortIds.join(" ")}
        name="trainerId"
        label={label}
        empty={empty}
        defaultValue={state.chosen}
        options={ableFirst(options, canTeach, groups)}
      />
    </div>
  );
}
