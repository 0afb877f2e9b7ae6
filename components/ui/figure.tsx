import type { ReactNode } from "react";

/** A number that leads to the records it is made of (U04); a zero with nothing behind it is plain. */
export function Figure({ href, zero, children }: { href?: string | undefined; zero?: boolean; children: ReactNode }) {
  if (zero || !href) return <span className={zero ? "muted" : undefined}>{children}</span>;

  return (
    <a className="fig" href={href}>
      {children}
    </a>
  );
}
