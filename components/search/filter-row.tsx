import type { ReactNode } from "react";
import type { Option } from "@/components/ui/form/choice-field";
import { getTranslations } from "@/lib/wording/translations";
import { NumberNote } from "./number-note";
import { SearchForm } from "./search-form";

type Props = {
  path: string;
  children: ReactNode;
  /** Fields beyond four, behind 更多条件; open while one of them is in use. */
  more?: ReactNode;
  moreInUse?: boolean;
  /** True when any filter is in use: offers to clear them. */
  inUse?: boolean;
  /** Sort and size, kept while filtering. */
  keep?: Record<string, string | undefined>;
};

/** The filters of a list; they stand in its address, so that it gives the same list again (U02). */
export async function FilterRow({ path, children, more, moreInUse, inUse, keep = {} }: Props) {
  const t = await getTranslations("common.filter");

  return (
    <>
      <NumberNote path={path} />
      <SearchForm className="filters" path={path}>
        {Object.entries(keep).map(
          ([name, value]) => value && <input type="hidden" name={name} value={value} key={name} />,
        )}
        {children}
        <button type="submit" className="button">
          {t("apply")}
        </button>
        {inUse && (
          <a className="clear" href={path}>
            {t("clear")}
          </a>
        )}
        {more && (
          <details open={moreInUse}>
            <summary>{t("more")}</summary>
            <div>{more}</div>
          </details>
        )}
      </SearchForm>
    </>
  );
}

type TextProps = { name: string; label: string; value?: string; placeholder?: string; type?: "search" | "date" };

export function FilterText({ name, label, value, placeholder, type = "search" }: TextProps) {
  return (
    <label className={type === "search" ? "grow" : undefined}>
      {label}
      <input type={type} name={name} defaultValue={value} placeholder={placeholder} autoComplete="off" />
    </label>
  );
}

type SelectProps = { name: string; label: string; value?: string; options: Option[] };

/** Without a choice it says 全部. */
export async function FilterSelect({ name, label, value, options }: SelectProps) {
  const t = await getTranslations("common.filter");
  return (
    <label>
      {label}
      <select name={name} defaultValue={value ?? ""}>
        <option value="">{t("any")}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}
