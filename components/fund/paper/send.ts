import type { Actor } from "@/lib/auth/actor";
import { findFundOverview } from "@/lib/fund/queries/dashboard";
import type { FundFilter } from "@/lib/fund/schema/filter";
import { htmlOf } from "@/lib/report/file/html";
import { sendPage } from "@/lib/report/send-print";
import { headOf } from "@/lib/report/sheet/fund-words";
import { translatorOf } from "@/lib/wording/translations";
import { fundAddress } from "../address";
import { sealedBlocks } from "./sealed";
import { howBlock, monthsBlock, sumsBlock } from "./sums";
import { categoryBlock, lateBlocks, projectsBlock, stateBlock } from "./tables";

/** U15, U20: the overview of the fund on paper: the same query and the same figures as the screen (I25), and no script. */
export async function sendFundPaper({ locale, isDemo, today }: Actor, filter: FundFilter): Promise<Response> {
  const overview = await findFundOverview(filter);
  const say = translatorOf(locale);
  const told = { overview, filter, say };

  return sendPage(
    htmlOf({
      language: locale,
      title: say("fund.print.title", { year: filter.year }),
      mark: isDemo ? say("nav.demo") : undefined,
      lines: headOf(filter, overview.projects, locale),
      links: [{ href: fundAddress(filter), text: say("report.print.back") }],
      hint: say("report.print.how"),
      blocks: [
        sumsBlock(told),
        ...(await sealedBlocks(filter, today, say)),
        howBlock(told),
        monthsBlock(told),
        stateBlock(told),
        categoryBlock(told),
        ...lateBlocks(told),
        projectsBlock(told),
      ],
    }),
  );
}
