import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";

type Props = {
  href: string;
  children: ReactNode;
  /** The one filled button of a page, in its title block. */
  main?: boolean;
  tight?: boolean;
  /** `n`, `e`: followed by that key (U35). */
  shortcut?: string;
  /** A file: the browser fetches it itself. */
  file?: boolean;
};

/** A way on that looks like a button and is a link. */
export function ButtonLink({ href, children, main, tight, shortcut, file }: Props) {
  const className = ["button", main && "primary", tight && "tight"].filter(Boolean).join(" ");

  if (file) {
    return (
      <a className={className} href={href} data-key={shortcut}>
        {children}
      </a>
    );
  }
  return (
    <Link className={className} href={href} data-key={shortcut}>
      {children}
    </Link>
  );
}
