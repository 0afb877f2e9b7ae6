import { redirect } from "next/navigation";
import { requireActor } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";

/** Everybody lands where their work begins. */
export default async function LandingPage() {
  const { role } = await requireActor("own:preferences");
  if (may(role, "money:record")) redirect("/fund");
  if (role === "TRAINER") redirect("/m");
  redirect(may(role, "dashboard:base") ? "/today" : "/admin");
}
