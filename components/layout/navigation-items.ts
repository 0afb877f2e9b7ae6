import { may, type Permission } from "@/lib/auth/permissions";
import type { Messages } from "@/lib/wording/messages";
import type { Role } from "@/prisma/generated/enums";

type Place = {
  key: keyof Messages["nav"]["places"] & keyof Messages["nav"]["short"];
  href: string;
  permission: Permission;
  /** Pages that belong to the place and have addresses of their own. */
  also?: string[];
};

/** The one level of navigation, in its order; a phone shows the first four a role may open. */
const places: Place[] = [
  { key: "today", href: "/today", permission: "dashboard:base" },
  { key: "trainees", href: "/trainees", permission: "trainee:view" },
  { key: "cohorts", href: "/cohorts", permission: "cohort:view" },
  {
    key: "schedule",
    href: "/schedule",
    permission: "schedule:view",
    also: ["/classrooms", "/trainers", "/attendance"],
  },
  { key: "fund", href: "/fund", permission: "dashboard:fund" },
  { key: "reports", href: "/reports", permission: "report:view" },
  { key: "courses", href: "/courses", permission: "course:view" },
  { key: "settings", href: "/admin", permission: "own:preferences" },
];

/** Whose work the money is finds it first. */
export function listPlaces(role: Role): Place[] {
  const open = places.filter(({ permission }) => may(role, permission));
  return may(role, "money:record")
    ? open.sort((one, other) => Number(other.key === "fund") - Number(one.key === "fund"))
    : open;
}
