"use client";

import { Fault } from "@/components/layout/fault";
import "./globals.css";

/** Stands in when not even the root layout can be made. */
export default function GlobalError({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return (
    <html lang="zh-CN">
      <body>
        <Fault error={error} retry={retry} />
      </body>
    </html>
  );
}
