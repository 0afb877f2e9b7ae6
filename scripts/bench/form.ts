import { randomBytes } from "node:crypto";
import type { Visitor } from "./visitor";

export type Form = Record<string, string>;

/** What the one form of a page that holds `sign` holds before anybody types; it works without script. */
export async function formOf(visitor: Visitor | undefined, path: string, sign: string): Promise<Form> {
  let html = "";
  const headers = { "accept-encoding": "identity" };
  await visitor?.({ path, headers }, (piece) => {
    html += piece.toString();
  });
  const form = html.match(/<form\b.*?<\/form>/gs)?.find((one) => one.includes(sign));
  if (!form) throw new Error(`${path} has no form that holds ${sign}`);
  return Object.fromEntries([...form.matchAll(/<input\b[^>]*>/g)].flatMap(([input]) => hidden(input)));
}

/** As a browser without script sends it, with a workbook where it takes one. */
export function multipart(form: Form, origin: string, file?: Buffer) {
  const boundary = `----bench${randomBytes(12).toString("hex")}`;
  const parts = Object.entries(form).map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const headers = { "content-type": `multipart/form-data; boundary=${boundary}`, origin };
  const named = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="1.xlsx"\r\n\r\n`;
  const sent = file ? [Buffer.from(named), file, Buffer.from("\r\n")] : [];
  return { headers, body: Buffer.concat([Buffer.from(parts.join("")), ...sent, Buffer.from(`--${boundary}--\r\n`)]) };
}

function hidden(input: string): [string, string][] {
  const attributes = Object.fromEntries(
    [...input.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value]),
  );
  return attributes.type === "hidden" && attributes.name
    ? [[plain(attributes.name), plain(attributes.value ?? "")]]
    : [];
}

const entities: Record<string, string> = { quot: '"', "#x27": "'", lt: "<", gt: ">", amp: "&" };
const plain = (html: string): string =>
  html.replace(/&(quot|#x27|lt|gt|amp);/g, (_, name: string) => entities[name] ?? "");
