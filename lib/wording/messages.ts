import type {} from "next-intl";
import * as en from "./en";
import type { Locale } from "./locale";
import * as zhCN from "./zh-CN";

/** The Chinese files set the shape; a sentence missing in another language is a type error here. */
export type Messages = typeof zhCN;

export const messages: Record<Locale, Messages> = { "zh-CN": zhCN, en };

declare module "next-intl" {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}
