import type { ChildProcess } from "node:child_process";

export function serve(wish: {
  folder: string;
  port: number;
  env: Record<string, string>;
  quiet?: boolean;
  stderr?: "inherit" | "pipe";
}): Promise<{ child: ChildProcess; origin: string }>;
