import { Link } from "@/components/ui/link";

/** The sides of one record; each has its own address. */
export function Tabs({
  label,
  tabs,
  current,
  wraps,
}: {
  label: string;
  tabs: { href: string; label: string }[];
  current: string;
  /** Where there are too many for one line of a phone. */
  wraps?: boolean;
}) {
  return (
    <nav className={wraps ? "tabs flex-wrap" : "tabs"} aria-label={label}>
      {tabs.map((tab) => (
        <Link key={tab.href} href={tab.href} aria-current={tab.href === current ? "page" : undefined}>
          {tab.label}
        </Link>
      ))}
    </nav>
  );
}
