import type { ReactNode } from "react";
import { Sheet } from "@/components/layout/sheet";
import { Badge } from "@/components/ui/badge";
import type { findOwnAccount } from "@/lib/account/queries";
import { minuteOfInstant } from "@/lib/value/clock";
import { getTranslations } from "@/lib/wording/translations";

type Props = {
  signIns: Awaited<ReturnType<typeof findOwnAccount>>["signIns"];
  here: string;
  /** What may be done with all of them, below the table. */
  end?: ReactNode;
};

/** Where the account is signed in now; somebody who sees a place he does not know changes his password. */
export async function SignInTable({ signIns, here, end }: Props) {
  const t = await getTranslations("account");

  return (
    <Sheet title={`${t("signIns")}(${signIns.length})`} note={t("signInsNote")}>
      <table className="table cards">
        <caption className="sr-only">{t("signIns")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("startedAt")}</th>
            <th scope="col">{t("lastSeenAt")}</th>
            <th scope="col">{t("address")}</th>
            <th scope="col">{t("place")}</th>
          </tr>
        </thead>
        <tbody>
          {signIns.map(({ id, startedAt, lastSeenAt, address }) => (
            <tr key={id}>
              <td className="nowrap card-name">{minuteOfInstant(startedAt)}</td>
              <td className="nowrap card-below" data-label={t("lastSeenAt")}>
                {minuteOfInstant(lastSeenAt)}
              </td>
              <td className="nowrap card-below-side">{address}</td>
              <td className="nowrap card-side">
                {id === here ? <Badge kind="ok">{t("here")}</Badge> : <Badge>{t("elsewhere")}</Badge>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {end && <div className="sheet-body">{end}</div>}
    </Sheet>
  );
}
