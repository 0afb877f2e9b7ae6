import { Sheet } from "@/components/layout/sheet";
import { QrCode } from "@/components/ui/qr-code";
import { env } from "@/lib/env";
import { getTranslations } from "@/lib/wording/translations";

/** The code for the classroom's door: it opens the roll of the lesson that is running there. */
export async function DoorCode({ number, name }: { number: number; name: string }) {
  const t = await getTranslations("classroom.door");
  const address = `${env().address}/m/room/${number}`;
  return (
    <Sheet title={t("title")} note={t("note")}>
      <div className="sheet-body flex flex-wrap items-center gap-6">
        <QrCode text={address} label={t("label", { name })} />
        <p className="breaks">
          {t("type")}
          <br />
          <b>{address}</b>
        </p>
      </div>
    </Sheet>
  );
}
