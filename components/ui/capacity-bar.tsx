import { getFormatter } from "next-intl/server";
import { getTranslations } from "@/lib/wording/translations";

type Props = {
  capacity: number;
  held: number;
  planned: number;
  /** Where a notice and a warning begin, in parts of a hundred (U19). */
  noticeAt?: number;
  warningAt?: number;
};

type Mark = { percent: number; label: string; anchor?: "start" | "end"; className?: string };

/** One bar from nothing to all: solid is held, outlined is promised, empty is left. */
export async function CapacityBar({ capacity, held, planned, noticeAt = 80, warningAt = 90 }: Props) {
  const [t, format] = await Promise.all([getTranslations("common.capacity"), getFormatter()]);
  const share = (count: number) => (capacity > 0 ? Math.min(100, (count / capacity) * 100) : 0);
  const used = share(held + planned);
  const at = (percent: number) => format.number(Math.round((capacity * percent) / 100));

  const marks: Mark[] = [
    { percent: 0, label: "0", anchor: "start" },
    { percent: 25, label: at(25), className: "minor" },
    { percent: 50, label: at(50) },
    { percent: noticeAt, label: `${at(noticeAt)} ${t("notice")}`, className: "minor" },
    { percent: warningAt, label: `${at(warningAt)} ${t("warning")}`, className: "minor" },
    { percent: 100, label: at(100), anchor: "end" },
  ];

  return (
    <>
      <svg
        className="bar"
        role="img"
        aria-label={t("text", { capacity, held, planned, left: capacity - held - planned })}
      >
        {planned > 0 && (
          <rect className="planned" x={`${share(held)}%`} y="0.5" width={`${used - share(held)}%`} height="13" />
        )}
        <rect className="held" width={`${share(held)}%`} height="100%" />
      </svg>
      <svg className="scale" aria-hidden="true">
        {marks.map(({ percent, label, anchor, className }) => (
          <g className={className} key={percent}>
            <line x1={`${percent}%`} x2={`${percent}%`} y1="0" y2="5" />
            <text x={`${percent}%`} y="21" textAnchor={anchor ?? "middle"}>
              {label}
            </text>
          </g>
        ))}
      </svg>
    </>
  );
}
