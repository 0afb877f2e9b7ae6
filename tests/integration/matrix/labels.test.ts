import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { z } from "zod";
import { labelledBy } from "@/lib/command/command";
import { labelKeys } from "@/lib/wording/labels";
import type { Locale } from "@/lib/wording/locale";
import { locales, messagesIn } from "@/lib/wording/messages";

type Known = Parameters<typeof labelledBy>[0] & { input: z.ZodObject };

const lib = join(import.meta.dirname, "../../../lib");

/** Nobody types these: what a form says of itself, and what it was shown. */
const unseen =
  /^(versions?|intent|decision|kind|shift|asked|needs|reasons|query|token|requestId|correctionId|closureId|keptId|mergedId|mergeId)$/;

// A message names the field by its label; where none stands, it would name the column.
test("U24: every field that a command asks for is labelled by its subject, in every language", async () => {
  const commands = (await modules()).flatMap((module) => Object.values(module)).filter(isCommand);
  const lacking = commands.flatMap((command) =>
    Object.keys(command.input.shape)
      .filter((column) => !unseen.test(column))
      .flatMap((column) =>
        locales()
          .filter(
            (locale) => !labelledBy(command).some((of) => labelKeys(of, column).some((key) => isSaid(locale, key))),
          )
          .map((locale) => `${locale} ${command.verb}: ${column}`),
      ),
  );

  expect(commands.length).toBeGreaterThan(70);
  expect(lacking).toEqual([]);
});

const modules = () =>
  Promise.all(
    readdirSync(lib, { recursive: true, encoding: "utf8" })
      .filter((file) => /\/commands(\/[\w-]+)?\.ts$/.test(file))
      .map((file) => import(/* @vite-ignore */ join(lib, file)) as Promise<Record<string, unknown>>),
  );

const isCommand = (value: unknown): value is Known =>
  typeof value === "function" && "verb" in value && "input" in value;

const isSaid = (locale: Locale, key: string): boolean =>
  typeof key.split(".").reduce<unknown>((words, part) => Object(words)[part], messagesIn(locale)) === "string";
