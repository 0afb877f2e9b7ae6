"use client";

import { Fault } from "@/components/layout/fault";

export default function PageError({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return <Fault error={error} retry={retry} />;
}
