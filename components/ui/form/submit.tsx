"use client";

import type { ReactNode } from "react";
import { useWording } from "@/components/ui/wording";
import { say } from "@/lib/wording/sentence";
import { useForm } from "./form";

type Props = {
  children: ReactNode;
  /** The one filled button of an open form. */
  main?: boolean;
  danger?: boolean;
  tight?: boolean;
  /** Where a form has two ways on, the pressed button's name and value travel with it. */
  name?: string;
  value?: string;
  /** `n`, `e` …: pressed by that key (U35). */
  shortcut?: string;
  className?: string;
};

/** Waits while the form is on its way; after 15 seconds it offers to send the same again. */
export function Submit({ children, main, danger, tight, name, value, shortcut, className }: Props) {
  const wording = useWording();
  const { pending, slow } = useForm();
  const classNames = ["button", main && "primary", danger && "danger", tight && "tight", className];

  return (
    <button
      type="submit"
      className={classNames.filter(Boolean).join(" ")}
      name={name}
      value={value}
      disabled={pending && !slow}
      data-key={shortcut}
    >
      {slow ? say(wording.retry) : pending ? say(wording.pending) : children}
    </button>
  );
}
