import type { Metadata, Viewport } from "next";
import { getLocale, getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { WordingProvider } from "@/components/ui/wording";
import { findActor } from "@/lib/auth/actor";
import { sentences } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";
import "./globals.css";

/** The colour of the header, which browsers on telephones carry on to their own bar: that of the account, else that of the device. */
const bars = { light: "#ffffff", dark: "#1a2027" };

export async function generateViewport(): Promise<Viewport> {
  const theme = (await findActor())?.preferences.theme ?? "system";
  const byDevice = (["light", "dark"] as const).map((scheme) => ({
    media: `(prefers-color-scheme: ${scheme})`,
    color: bars[scheme],
  }));
  return {
    width: "device-width",
    initialScale: 1,
    themeColor: theme === "system" ? byDevice : bars[theme],
  };
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common");
  return {
    title: { template: `%s - ${t("site")}`, default: t("site") },
    // Once icons are named here, the file icon.svg is no longer found by its place alone.
    icons: {
      icon: [
        { url: "/icon.svg", type: "image/svg+xml" },
        { url: "/icons/icon-192.png", type: "image/png", sizes: "192x192" },
      ],
      apple: "/icons/apple-touch-icon.png",
    },
    robots: { index: false, follow: false },
    formatDetection: { telephone: false, date: false, address: false, email: false },
  };
}

/** Language, theme, density and size of the account stand on <html> from the first byte, so that nothing flashes (U36). */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const [actor, locale, messages] = await Promise.all([findActor(), getLocale(), getMessages()]);
  const { theme, density, size } = actor?.preferences ?? {};

  return (
    <html
      lang={locale}
      data-theme={theme === "system" ? undefined : theme}
      data-density={density === "normal" ? undefined : density}
      data-size={size === "normal" ? undefined : size}
    >
      <body>
        <WordingProvider wording={await sentences(messages.common.ui)}>{children}</WordingProvider>
      </body>
    </html>
  );
}
