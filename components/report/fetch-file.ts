export type Progress = { rows: number; total: number };

const everyMilliseconds = 1_000;

/** Fetches a file whole, saying once a second how many of its rows are out, and hands it to the browser; answers with the number of its rows. */
export async function fetchFile(href: string, signal: AbortSignal, say: (progress: Progress) => void): Promise<number> {
  const answer = await fetch(href, { signal });
  const id = answer.headers.get("x-export");
  // To the sign-in page, or to where a used grant is asked for anew.
  if (answer.redirected) window.location.assign(answer.url);
  if (!answer.ok || !id) throw new Error("no file");

  const total = Number(answer.headers.get("x-rows"));
  const watch = setInterval(() => {
    findProgress(id, signal).then(
      (found) => found && say(found),
      () => {},
    );
  }, everyMilliseconds);
  try {
    hand(await answer.blob(), nameOf(answer.headers.get("content-disposition") ?? ""));
    return total;
  } finally {
    clearInterval(watch);
  }
}

async function findProgress(id: string, signal: AbortSignal): Promise<Progress | null> {
  const answer = await fetch(`/reports/exports/${id}`, { signal });
  return (await answer.json()) as Progress | null;
}

const nameOf = (disposition: string): string =>
  decodeURIComponent(/filename\*=UTF-8''([^;]+)/.exec(disposition)?.[1] ?? "");

function hand(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
