"use server";

import { form } from "@/lib/command/form";
import * as commands from "@/lib/report/commands/grant";

export const grantExport = form(commands.grantExport, {
  after: ({ grant }, { report, query }) => ({ to: `/reports/full/${report}?${query}&grant=${grant}` }),
});
