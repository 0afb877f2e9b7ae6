import { TextField } from "@/components/ui/form/text-field";
import { labelsOf } from "@/lib/wording/lookup";

type Props = { trainer?: { name: string; unit: string; speciality: string } };

export async function TrainerFields({ trainer = { name: "", unit: "", speciality: "" } }: Props) {
  const label = await labelsOf("trainer");
  return (
    <div className="fields">
      <TextField name="name" label={label.name} defaultValue={trainer.name} maxLength={60} />
      <TextField name="unit" label={label.unit} defaultValue={trainer.unit} maxLength={60} optional />
      <TextField name="speciality" label={label.speciality} defaultValue={trainer.speciality} maxLength={60} optional />
    </div>
  );
}
