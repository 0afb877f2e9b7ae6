import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { setting } from "./setting";
import { type Answer, type Asked, signedIn, type Visitor, visitorOf } from "./visitor";

/** Sixteen people of the portal, each with a sign-in of his own. */
export const sixteen = (username: string): Promise<Visitor[]> => signedIn(setting.portal, username, 16);

/** The same at the floor, which reads the same row. */
export const sixteenBelow = (username: string): Promise<Visitor[]> => signedIn(setting.reference, username, 16);

/** Sixteen who ask the bare app without a sign-in. */
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

/** The text of a page, for looking at it; not how it is measured. */
export async function read(visitor: Visitor | undefined, asked: Asked, status = 200): Promise<string> {
  const said: Buffer[] = [];
  const headers = { ...asked.headers, "accept-encoding": "identity" };
  await ask(visitor, { ...asked, headers }, status, (piece) => said.push(piece));
  return Buffer.concat(said).toString();
}

/** Packed or not; what was broken off says nothing. */
function plain(said: Buffer): string {
  for (const unpack of [gunzipSync, brotliDecompressSync])
    try {
      return unpack(said).toString();
    } catch {}
  return said.toString();
}
