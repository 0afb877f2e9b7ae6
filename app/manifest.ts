import type { MetadataRoute } from "next";
import { defaultLocale } from "@/lib/wording/locale";
import { messagesIn } from "@/lib/wording/messages";

/** What a telephone or a desktop shows when the portal is put beside its programs; the browser's own Back and Print stay at hand. */
export default function manifest(): MetadataRoute.Manifest {
  const { site, shortName } = messagesIn(defaultLocale).common;
  const icon = (name: string, sizes: string, purpose: "any" | "maskable") =>
    ({ src: `/icons/${name}.png`, sizes, purpose, type: "image/png" }) as const;

  return {
    name: site,
    short_name: shortName,
    lang: defaultLocale,
    start_url: "/",
    display: "minimal-ui",
    background_color: "#f6f7f9",
    theme_color: "#ffffff",
    icons: [
      icon("icon-192", "192x192", "any"),
      icon("icon-512", "512x512", "any"),
      icon("icon-maskable-512", "512x512", "maskable"),
    ],
  };
}
