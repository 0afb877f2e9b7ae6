import { TextField } from "@/components/ui/form/text-field";
import { labelsOf } from "@/lib/wording/lookup";

/** Both wordings and the place in the list. */
export async function CodeFields({ zh, en, position }: { zh?: string; en?: string; position: number }) {
  const label = await labelsOf("code");
  return (
    <>
      <TextField name="zh" label={label.zh} maxLength={40} defaultValue={zh} />
      <TextField name="en" label={label.en} maxLength={80} defaultValue={en} />
      <TextField
        name="position"
        label={label.position}
        inputMode="numeric"
        width="short"
        maxLength={3}
        defaultValue={String(position)}
      />
    </>
  );
}
