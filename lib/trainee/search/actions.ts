"use server";

import { findActor } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";
import { openForm } from "@/lib/command/open-form";
import { Refusal } from "@/lib/refusal/refusal";
import { listIdsOfNumber } from "@/lib/trainee/queries/by-number";
import { numberIn } from "@/lib/trainee/rules/typed-number";
import { addressOf } from "@/lib/trainee/search/rules";
import { findInput, searchInput } from "@/lib/trainee/search/schema";

/** R95: the search of every list. A full number finds its person and goes no further; anything else becomes the address of the list. */
export const search = openForm({
  fieldsOf: "trainee",
  input: searchInput,
  async run({ path, ...filters }) {
    const actor = await findActor();
    if (!actor) throw new Refusal("SIGNED_OUT");
    const number = Object.values(filters).map(numberIn).find(Boolean);
    if (number && !may(actor.role, "trainee:view")) return { to: addressOf(path, filters, "nowhere") };
    const found = number ? await listIdsOfNumber(number) : [];
    const [only] = found;
    if (/^\/(trainees|search)$/.test(path) && only && found.length === 1) return { to: `/trainees/${only}?enrol=next` };
    return { to: addressOf(path, filters, number && { found }) };
  },
});

/** The same for a field that searches while somebody types: who it is, by an id that may stand in an address. */
export const findByNumber = openForm({
  fieldsOf: "trainee",
  input: findInput,
  async run({ q }) {
    const actor = await findActor();
    if (!actor) throw new Refusal("SIGNED_OUT");
    if (!may(actor.role, "trainee:view")) throw new Refusal("NOT_ALLOWED");
    const number = numberIn(q);
    return { person: number ? (await listIdsOfNumber(number)).join(".") : "" };
  },
});
