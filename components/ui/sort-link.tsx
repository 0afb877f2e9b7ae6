import { useTranslations } from "next-intl";
import { type Query, withQuery } from "./address";

type Props = { path: string; query: Query; column: string; sort: string; children: string; className?: string };

/** A column's heading that orders the list by it; `sort` is `name` or, the other way round, `-name`. */
export function SortHeading({ path, query, column, sort, children, className }: Props) {
  const t = useTranslations("common.sort");
  const up = sort === column;
  const down = sort === `-${column}`;
  const order = up ? "ascending" : down ? "descending" : undefined;

  return (
    <th scope="col" className={className} aria-sort={order}>
      <a
        className="sort"
        href={withQuery(path, query, { sort: up ? `-${column}` : column, page: undefined })}
        title={t("by", { column: children })}
      >
        {children}
        {order && <span aria-hidden="true">{up ? " ↑" : " ↓"}</span>}
      </a>
    </th>
  );
}
