import { getTranslations } from "next-intl/server";

/** Says on the next page what was done: the verb comes in the address as `?done=enrolment.confirm`. */
export async function DoneBanner({ done }: { done: string | string[] | undefined }) {
  if (typeof done !== "string" || !/^[a-zA-Z]+\.[a-zA-Z]+$/.test(done)) return null;

  const t = await getTranslations();
  const key = `done.${done}` as "done.saved";
  return (
    <p className="banner ok" role="status">
      {t.has(key) ? t(key) : t("done.saved")}
    </p>
  );
}
