import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { promisify } from "node:util";
import { Obstacle } from "../../process/obstacle.mjs";

export type Tool = "pg_dump" | "pg_restore";

/** The versions of the two on the PATH. */
export const toolsHere = async () => ({ dump: await versionOf("pg_dump"), restore: await versionOf("pg_restore") });

/** What the tool on the PATH says of its version; undefined where there is none. */
export async function versionOf(tool: Tool): Promise<string | undefined> {
  try {
    return (await promisify(execFile)(tool, ["--version"])).stdout.trim();
  } catch {
    return undefined;
  }
}

/** Runs a tool on the database of this address, to its end; the password goes where no list of processes shows it. */
export async function runTool(tool: Tool, ownerUrl: string, args: string[]): Promise<void> {
  const address = new URL(ownerUrl);
  const password = decodeURIComponent(address.password);
  address.password = "";
  const child = spawn(tool, [...args, `--dbname=${address.href}`, "--no-password"], {
    env: { ...process.env, PGPASSWORD: password, LC_ALL: "C" },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const end = () => child.kill();
  process.once("exit", end);
  let words = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    words += text;
  });
  const [code] = await once(child, "close").finally(() => process.off("exit", end));
  if (code !== 0) throw new Obstacle(withoutRows(words) || `${tool} failed (${code})`);
}

/** What a tool said went wrong, without what the server quoted of a row (I31). */
export function withoutRows(words: string): string {
  return words
    .split("\n")
    .filter((line) => /^pg_\w+: error:/.test(line))
    .map((line) => line.replace(/(COPY failed for table "[^"]*"|invalid input syntax for \w+[^:]*).*/, "$1"))
    .join("\n");
}
