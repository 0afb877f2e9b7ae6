"use client";

import { LookupField } from "@/components/search/lookup-field";
import { type OptionGroup, SelectField } from "@/components/ui/form/choice-field";
import { useField } from "@/components/ui/form/field";

type Props = {
  label: string;
  hint: string;
  fallbackHint: string;
  empty: string;
  villages: OptionGroup[];
  defaultValue?: string | undefined;
};

/** The village is found by typing, without script chosen from a list; its township follows from it. */
export function VillageField({ label, hint, fallbackHint, empty, villages, defaultValue }: Props) {
  const { typed } = useField("villageCode");
  const code = typed ?? defaultValue;
  const township = villages.find(({ options }) => options.some(({ value }) => value === code));
  const village = township?.options.find(({ value }) => value === code);
  const chosen = township && village && { id: village.value, title: village.label, detail: township.label };

  return (
    <LookupField name="villageCode" label={label} hint={hint} url="/trainees/villages" {...(chosen && { chosen })}>
      <SelectField
        name="villageCode"
        label={label}
        hint={fallbackHint}
        empty={empty}
        options={villages}
        defaultValue={defaultValue}
      />
    </LookupField>
  );
}
