import { Badge } from "@/components/ui/badge";
import { Link } from "@/components/ui/link";
import type { Standard } from "@/lib/fund/queries/standard";
import { segmentOf } from "@/lib/fund/rules/ledger";
import type { RecordOf } from "@/lib/fund/schema/stored";
import { exactWan, formatWan } from "@/lib/value/money";
import { labelsOf } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";
import { RecordBadge } from "./record-badge";

type Version = RecordOf<"plan"> | RecordOf<"revenue">;
type Props = {
  versions: Version[];
  caption: string;
  /** Of plans: what is due for each year. */
  standards?: Map<number, Standard>;
};

/** R62: every version of every year, the newest year first; the one that counts is marked. */
export async function VersionTable({ versions, caption, standards }: Props) {
  const kind = standards ? "plan" : "revenue";
  const [t, label] = await Promise.all([getTranslations("money"), labelsOf(kind)]);
  const rows = [...versions].sort((one, other) => other.year - one.year);

  return (
    <table className="table cards">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t("columns.year")}</th>
          <th scope="col" className="num">
            {t(`columns.${kind}`)}
          </th>
          {standards && (
            <>
              <th scope="col" className="num">
                {t("columns.standard")}
              </th>
              <th scope="col" className="num">
                {t("columns.difference")}
              </th>
            </>
          )}
          <th scope="col" className="md:pl-8">
            {t(standards ? "columns.basis" : "columns.certainty")}
          </th>
          <th scope="col">{label.documentNo}</th>
          <th scope="col">{t("columns.day")}</th>
          <th scope="col">{t("columns.state")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((record) => (
          <tr key={record.id}>
            <th scope="row" className="card-name nowrap">
              <Link href={`/fund/${segmentOf[kind]}/${record.id}`}>{t("yearNamed", { year: record.year })}</Link>
            </th>
            <td className="num card-below-side" data-label={t(`columns.${kind}`)}>
              {formatWan(record.amount)}
            </td>
            {standards && <Against record={record} standard={standards.get(record.year)?.standard ?? null} />}
            <td className="card-below md:pl-8">
              {record.kind === "revenue" && t(`certainty.${record.certainty}`)}
              {record.kind === "plan" && record.basis && t(`bases.${record.basis}`)}
              {standards && (
                <span className="md:hidden">
                  {record.kind === "plan" && record.basis && t("between")}
                  <By record={record} standard={standards.get(record.year)?.standard ?? null} />
                </span>
              )}
            </td>
            <td>{record.documentNo}</td>
            <td className="nowrap">{record.datedOn}</td>
            <td className="card-side nowrap">
              {record.isCurrent ? <Badge kind="run">{t("current")}</Badge> : <RecordBadge state={record.state} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The standard of the year, and on which side of it this plan lies (R63, R65). */
async function Against({ record, standard }: Side) {
  const t = await getTranslations("money.against");
  return (
    <>
      <td className="num">{standard === null ? <span className="muted">{t("unknown")}</span> : formatWan(standard)}</td>
      <td className="num">{standard !== null && <By record={record} standard={standard} />}</td>
    </>
  );
}

type Side = { record: Version; standard: bigint | null };

async function By({ record, standard }: Side) {
  const t = await getTranslations("money.against");
  if (standard === null) return t("unknownStandard");
  const by = record.amount - standard;
  if (by === 0n) return t("met");
  return by > 0n ? (
    t("above", { by: exactWan(by) })
  ) : (
    <span className="warn-text">{t("below", { by: exactWan(-by) })}</span>
  );
}
