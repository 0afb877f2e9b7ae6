import { getTranslations } from "next-intl/server";
import { TextField } from "@/components/ui/form/text-field";

/** Both wordings and the place in the list. */
export async function CodeFields({ zh, en, position }: { zh?: string; en?: string; position: number }) {
  const label = await getTranslations("field");
  return (
    <>
      <TextField name="zh" label={label("zh")} maxLength={40} defaultValue={zh} />
      <TextField name="en" label={label("en")} maxLength={80} defaultValue={en} />
      <TextField
        name="position"
        label={label("position")}
        inputMode="numeric"
        width="short"
        maxLength={3}
        defaultValue={String(position)}
      />
    </>
  );
}
