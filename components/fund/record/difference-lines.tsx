import type { Difference } from "@/lib/fund/queries/differences";
import { exactWan, type Fen } from "@/lib/value/money";
import { getTranslations } from "@/lib/wording/translations";

/** What a decision would change: the sum of now → the sum after, and what is left then; beyond what may be, in the colour of a warning. */
export async function DifferenceLines({ differences }: { differences: Difference[] }) {
  const t = await getTranslations("money.difference");
  const shown = (fen: Fen | null, of: Difference["of"]) =>
    fen === null ? t(of === "standard" ? "unknown" : "nothing") : exactWan(fen);

  return (
    <dl className="small">
      {differences.map((difference) => {
        const { of, year, before, after, left } = difference;
        const standard = againstOf(difference);
        return (
          <div key={of} className="mt-1">
            <dt className="muted inline">{t(`of.${of}`, { year })}</dt>{" "}
            <dd className="inline">
              {shown(before, of)} → <b>{shown(after, of)}</b>
              {left !== undefined && (
                <span className={left < 0n ? "warn-text" : "muted"}>
                  {t(left < 0n ? "over" : `left.${of === "plan" ? "plan" : "other"}`, { left: exactWan(abs(left)) })}
                </span>
              )}
              {standard && (
                <span className="muted">{t(`standard.${standard.side}`, { by: exactWan(standard.by) })}</span>
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** R63, R65: on which side of the standard a plan lies, and how far. */
function againstOf({ of, after, standard }: Difference): { side: "above" | "below" | "met"; by: Fen } | null {
  if (of !== "plan" || after === null || standard === undefined || standard === null) return null;
  if (after === standard) return { side: "met", by: 0n };
  return after > standard ? { side: "above", by: after - standard } : { side: "below", by: standard - after };
}

const abs = (fen: Fen): Fen => (fen < 0n ? -fen : fen);
