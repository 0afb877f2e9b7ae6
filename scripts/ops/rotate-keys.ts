/** Replaces PORTAL_DATA_KEY by PORTAL_DATA_KEY_NEW while the portal is stopped: everything sealed is sealed anew, or nothing. */
import { parseArgs } from "node:util";
import { sentenceOf } from "../process/obstacle.mjs";
import { rotate } from "../rotation/rotate";

const { values } = parseArgs({ options: { json: { type: "boolean" }, help: { type: "boolean" } } });
const {
  DATABASE_OWNER_URL: ownerUrl = "",
  PORTAL_DATA_KEY: oldKey = "",
  PORTAL_DATA_KEY_NEW: newKey = "",
} = process.env;

if (values.help) console.log("PORTAL_DATA_KEY_NEW=… npm run ops -- rotate-keys [--json]");
else
  await start().catch((error) => {
    console.error(sentenceOf(error));
    process.exitCode = 1;
  });

async function start() {
  const rotated = await rotate({ ownerUrl, oldKey, newKey, say: values.json ? () => {} : console.log });
  if (values.json) console.log(JSON.stringify(rotated));
  else {
    for (const [of, count] of Object.entries(rotated.counts))
      console.log(`  ${of.padEnd(24)}${String(count).padStart(9)}`);
    console.log("✓ everything opens with the new key: give it to the portal as PORTAL_DATA_KEY · 密钥已更换");
  }
}
