import { QrCode } from "@/components/ui/qr-code";
import { getTranslations } from "@/lib/wording/translations";

/** What an app is given, by its camera or by hand. */
export async function FactorOffer({ offer }: { offer: { secret: string; address: string } }) {
  const t = await getTranslations("factor");
  return (
    <>
      <p className="field">{t("scan")}</p>
      <div className="field">
        <QrCode text={offer.address} label={t("qr")} />
      </div>
      <p className="field">
        {t("byHand")}
        <br />
        <code className="breaks-anywhere" data-secret>
          {offer.secret.replace(/(.{4})(?=.)/g, "$1 ")}
        </code>
      </p>
    </>
  );
}
