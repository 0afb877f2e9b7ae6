"use client";

import { usePathname } from "next/navigation";
import { Link } from "@/components/ui/link";

export type PlaceLink = { href: string; label: string; also?: string[] | undefined };

/** The entries of a navigation; the one whose page is open is marked. */
export function PlaceLinks({ places }: { places: PlaceLink[] }) {
  const path = usePathname();
  return places.map(({ href, label, also = [] }) => (
    <Link key={href} href={href} aria-current={[href, ...also].some((one) => isWithin(path, one)) ? "page" : undefined}>
      {label}
    </Link>
  ));
}

/** The word that opens the account menu; on phones it is 更多, marked while one of the places behind it is open. */
export function MenuWord({ account, more, behind }: { account: string; more: string; behind: string[] }) {
  const path = usePathname();
  return (
    <summary aria-current={behind.some((href) => isWithin(path, href)) ? "true" : undefined}>
      <span className="account-word">{account}</span>
      <span className="more-word">{more}</span>
    </summary>
  );
}

const isWithin = (path: string, href: string) => path === href || path.startsWith(`${href}/`);
