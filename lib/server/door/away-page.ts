import { closedPolicy } from "@/lib/server/door/headers";
import { faults } from "@/lib/wording/faults";

export const awayPolicy = `${closedPolicy}; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'`;

/**
 * What stands in for a page while nothing can be asked, in every language, without a script: the same question again is one press. A form
 * that was sent lies in it whole, with the key it was sent under (I26), so that nothing is typed twice and nothing done twice; a password
 * is never sent back, it is asked for.
 */
export function awayPage(url: string, form: [name: string, value: string][]): string {
  const { pathname, searchParams } = new URL(url, "http://portal.invalid");
  const sent = form.length > 0;
  const again = sent
    ? `<form method="post" enctype="multipart/form-data" action="${escaped(url)}">${form.map(field).join("")}`
    : `<form method="get" action="${escaped(pathname)}">${[...searchParams].map(hidden).join("")}`;
  const [[first, own], ...others] = faults() as [Said, ...Said[]];
  const textOf = ({ unavailable }: Said[1]) => (sent ? unavailable.kept : unavailable.text);
  const also = others.map(
    ([locale, one]) => `<p lang="${locale}"><b>${one.unavailable.title}.</b> ${textOf(one)}</p>\n`,
  );

  return `<!doctype html>
<html lang="${first}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${own.unavailable.title}</title><style>${style}</style></head>
<body><main id="main"><section data-refusal="UNAVAILABLE">
<h1>${own.unavailable.title}</h1><p>${textOf(own)}</p>
${also.join("")}${again}<button type="submit">${own.retry}</button> <a href="/">${own.home}</a></form>
</section></main></body></html>
`;
}

type Said = ReturnType<typeof faults>[number];

function field([name, value]: [string, string]): string {
  if (!/password/i.test(name)) return hidden([name, value]);
  const label = faults()
    .map(([, { unavailable }]) => unavailable.password)
    .join(" ");
  return `<p><label>${label} <input type="password" name="${escaped(name)}" required></label></p>`;
}

const hidden = ([name, value]: [string, string]): string =>
  `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`;

const marks: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\r": "&#13;",
  "\n": "&#10;",
};
const escaped = (text: string): string => text.replace(/[&<>"\r\n]/g, (mark) => marks[mark] ?? "");

/** The values of app/tokens.css; its file may not be there to be asked for. */
const style = `:root{--bg:#f6f7f9;--surface:#fff;--ink:#1c2126;--muted:#55606b;--line:#d5dae0;--brand:#1d5a94;--on:#fff;color-scheme:light}
@media(prefers-color-scheme:dark){:root{--bg:#12171c;--surface:#1a2027;--ink:#e8ecf0;--muted:#a4aeb9;--line:#36404a;--brand:#7db4e8;--on:#0e1a26;color-scheme:dark}}
body{margin:0;background:var(--bg);color:var(--ink);font:1rem/1.6 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans SC",sans-serif}
main{max-width:40rem;margin:3rem auto;padding:0 1rem}section{padding:1.25rem 1.5rem;border:1px solid var(--line);border-radius:6px;background:var(--surface)}
h1{font-size:1.25rem;margin:0 0 .5rem}p{color:var(--muted)}input{font:inherit;padding:.4rem}a{margin-left:1rem;color:var(--brand)}
button{font:inherit;padding:.5rem 1.25rem;border:0;border-radius:6px;background:var(--brand);color:var(--on)}`;
