import { Figure } from "@/components/ui/figure";
import { type KeyFigure, KeyFigures } from "@/components/ui/key-figures";
import { countWaitingAccounts, findManyReveals } from "@/lib/account/queries";
import { countAccess } from "@/lib/audit/queries/access";
import type { Actor } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";
import { findCheckState } from "@/lib/check/queries";
import { countToSign } from "@/lib/setting/queries";
import { signsFigures } from "@/lib/setting/rules";
import { addDays, dayOfInstant } from "@/lib/value/calendar";
import { clockOfInstant, startOfDay } from "@/lib/value/clock";
import { getTranslations } from "@/lib/wording/translations";

/** What waits, by post; every figure leads to what it counts. Nothing where a post looks after nothing. */
export async function AdminFigures({ actor }: { actor: Actor }) {
  const figures = (await Promise.all([accounts(actor), signatures(actor), access(actor), checks(actor)])).flat();
  if (figures.length === 0) return null;
  return (
    <section className="sheet">
      <KeyFigures figures={figures} />
    </section>
  );
}

async function accounts({ role }: Actor): Promise<KeyFigure[]> {
  if (!may(role, "account:manage")) return [];
  const [t, { waiting, locked }, many] = await Promise.all([
    getTranslations("admin.figures"),
    countWaitingAccounts(),
    findManyReveals(),
  ]);
  return [
    {
      label: t("revealing"),
      figure: figure(many.accounts.length, "#reveals"),
      note: t("revealingNote", { limit: many.limit }),
    },
    {
      label: t("waiting"),
      figure: figure(waiting, "/admin/accounts?state=WAITING"),
      note: t("waitingNote"),
    },
    { label: t("locked"), figure: figure(locked, "/admin/accounts?state=LOCKED"), note: t("lockedNote") },
  ];
}

async function signatures({ role }: Actor): Promise<KeyFigure[]> {
  if (!signsFigures(role)) return [];
  const [t, open] = await Promise.all([getTranslations("admin.figures"), countToSign(role)]);
  return [{ label: t("toSign"), figure: figure(open, "/admin/parameters"), note: t("toSignNote") }];
}

async function access({ role }: Actor): Promise<KeyFigure[]> {
  if (!may(role, "accessLog:view")) return [];
  // The access log is written by the clock on the wall, also where a demo's day stands still.
  const from = addDays(dayOfInstant(new Date()), -6);
  const [t, count] = await Promise.all([getTranslations("admin.figures"), countAccess(startOfDay(from))]);
  const to = (kind: string) => `/admin/access?kind=${kind}&from=${from}`;
  return [
    { label: t("given"), figure: figure(count.reveals + count.exports, "#given"), note: t("givenNote", count) },
    { label: t("failures"), figure: figure(count.failures, to("FAILURE")), note: t("week") },
    { label: t("refusals"), figure: figure(count.refusals, to("REFUSED")), note: t("week") },
  ];
}

async function checks({ role }: Actor): Promise<KeyFigure[]> {
  if (!may(role, "checks:view")) return [];
  const [t, { at, wrong, total }] = await Promise.all([getTranslations("admin.figures"), findCheckState()]);
  return [
    {
      label: t("checks"),
      figure: figure(wrong, "/admin/checks"),
      note: t(wrong === 0 ? "checksNote" : "checksWrong", { total, time: clockOfInstant(at) }),
    },
  ];
}

const figure = (count: number, href: string) => (
  <Figure href={href} zero={count === 0}>
    {count}
  </Figure>
);
