import { gunzipSync } from "node:zlib";
import type { Load } from "./load";
import { setting } from "./setting";
import { type Answer, type Asked, signedIn, type Visitor, visitorOf } from "./visitor";

/** Processor of server and database a request, of the sixteen clients' runs, which are the longer ones. */
export const ratio = (mine: Load[], limit: Load[]): number => processor(mine) / processor(limit);

const processor = (loads: Load[]): number => {
  const last = loads.at(-1);
  return last ? last.serverMs + last.databaseMs : Number.NaN;
};

/** Sixteen people of the portal, each with a sign-in of his own. */
export const sixteen = (username: string): Promise<Visitor[]> => signedIn(setting.portal, username, 16);

/** Sixteen who ask the bare app. */
export const sixteenBare = (): Visitor[] => Array.from({ length: 16 }, () => visitorOf(setting.reference));

/** What came whole and as expected; anything else ends the bench. */
export async function ask(
  visitor: Visitor | undefined,
  asked: Asked,
  status = 200,
  hear?: (piece: Buffer) => void,
): Promise<Answer> {
  const said: Buffer[] = [];
  const answer = await visitor?.(asked, hear ?? ((piece) => said.push(piece)));
  if (answer?.status !== status) {
    const refusal = /data-refusal="(\w+)"/.exec(plain(Buffer.concat(said)))?.[1];
    throw new Error(`${asked.path} answered ${answer?.status} ${refusal ?? answer?.location ?? ""}, not ${status}`);
  }
  return answer;
}

/** Packed or not. */
const plain = (said: Buffer): string => (said[0] === 0x1f ? gunzipSync(said) : said).toString();

export const named = (who: string, loads: Load[]) => loads.map((load) => ({ who, load }));
