import en from "@/lib/wording/en/fault.json";
import enField from "@/lib/wording/en/field.json";
import zhCN from "@/lib/wording/zh-CN/fault.json";
import zhCNField from "@/lib/wording/zh-CN/field.json";

/** Why something is no question of this portal's own pages. */
export type Reason = keyof typeof zhCN.request;

const languages = [
  { words: zhCN.request, fields: zhCNField as Record<string, unknown> },
  { words: en.request, fields: enField as Record<string, unknown> },
];

/** The sentence in both languages: who is asking is not known here. */
export function sentencesOf(reason: Reason, address: string, field = ""): string {
  const lines = languages.map(({ words, fields }) => {
    const label = Object.hasOwn(fields, field) ? fields[field] : undefined;
    const name = typeof label === "string" ? label : /^[\w.]{1,40}$/.test(field) ? field : "?";
    return words[reason].replace("{address}", () => address).replace("{field}", () => name);
  });
  return `${lines.join("\n")}\n`;
}
