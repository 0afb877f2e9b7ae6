import type { BuiltAction } from "./actions";
import type { Part } from "./hostile";

/**
 * A form as the page would send it: its fields with values of the right kind, so that one wrong one is looked at. Now and then the
 * records are some other kind's, or the key is one that was used before.
 */
export function rightForm({ fields }: BuiltAction, ids: Record<string, string>, n: number, usedKey: string): Part[] {
  const others = Object.values(ids);
  const own = fields.map((name) => ({
    name: /Ids$|days$|codes$/i.test(name) ? `${name}[]` : name,
    value: n % 5 === 4 && /Ids?$/.test(name) ? (others[n % others.length] ?? "") : plausible(name, ids),
  }));
  const unit = fields.some((name) => amounts.test(name)) ? [{ name: "unit", value: "WAN" }] : [];
  return [...own, ...unit, { name: "submissionKey", value: n % 7 === 6 ? usedKey : crypto.randomUUID() }];
}

const amounts = /^(amount|total|totalInvestment)$/;

function plausible(name: string, ids: Record<string, string>): string {
  const id = ids[name] ?? ids[name.replace(/Ids$/, "Id")];
  if (id) return id;
  if (/Id$/.test(name)) return ids.recordId ?? "";
  if (/On$|^day|asOf/.test(name)) return "2018-08-22";
  if (/At$/.test(name)) return "09:00";
  if (/year/i.test(name)) return "2018";
  if (/month/i.test(name)) return "2018-08";
  return /version|seats|number|periods|amount|total|shift/i.test(name) ? "1" : "测试";
}
