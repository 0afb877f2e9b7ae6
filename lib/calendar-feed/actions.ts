"use server";

import * as commands from "@/lib/calendar-feed/commands/own";
import { form } from "@/lib/command/form";
import { env } from "@/lib/env";

export const createFeed = form(commands.createFeed, { shows: addressOf });
export const renewFeed = form(commands.renewFeed, { shows: addressOf });
export const endFeed = form(commands.endFeed, { after: () => ({ to: "/schedule/feeds" }) });

function addressOf({ secret }: { secret: string }) {
  return { address: `${env().address}/calendar/${secret}.ics` };
}
