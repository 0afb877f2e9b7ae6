import { main } from "../process/closing.mjs";
import { Obstacle } from "../process/obstacle.mjs";
import "../process/root.mjs";

/** npm run -s db:url: the owner's address of the running database, for psql or any client. */
export function printAddress() {
  return main(async () => {
    const { runningDatabase } = await import("./database.mjs");
    const address = await runningDatabase();
    if (!address) throw new Obstacle("No database runs here: npm start starts one · 数据库未运行");
    console.log(address);
  });
}
