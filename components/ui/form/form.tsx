"use client";

import { unstable_rethrow } from "next/navigation";
import {
  createContext,
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  useActionState,
  useContext,
  useEffect,
  useRef,
  useState,
  useTransition,
} from "react";
import { fill } from "@/components/ui/fill";
import { isComposing } from "@/components/ui/shortcut";
import { useWording } from "@/components/ui/wording";
import { type Answer, idle, type Typed } from "@/lib/refusal/answer";
import { ErrorBox } from "./error-box";

export type FormAction = (previous: Answer, form: FormData) => Promise<Answer>;

type FormState = { id: string; answer: Answer; pending: boolean; slow: boolean };

const Current = createContext<FormState>({ id: "f", answer: idle, pending: false, slow: false });

/** The form around a field, or an idle one where a field stands alone. */
export function useForm(): FormState {
  return useContext(Current);
}

export function useAnswer(): Answer {
  return useForm().answer;
}

type Props = {
  action: FormAction;
  /** From newSubmissionKey(): a form sent twice is one act (I26). Forms before sign-in have none. */
  submissionKey?: string;
  /** Of the row being edited (I27). */
  version?: number | string;
  /** Sets apart two forms of one page: field ids are `${id}-${name}`. */
  id?: string;
  className?: string;
  /** Says what was done where the form stays on the page. */
  done?: string;
  /** Heads the error box when a rule refuses: what was not done. */
  refusedTitle?: string;
  /** Ways out, shown in the error box when a rule refuses. */
  refused?: ReactNode;
  /** What the form acts on, where another may be chosen beside it: an answer about the one before goes with it. */
  about?: string;
  "aria-label"?: string;
  children: ReactNode;
};

/** Posts to a server action: by itself before its script has loaded, by the script afterwards, which keeps what is typed. */
export function Form({
  action,
  submissionKey,
  version,
  id = "f",
  className,
  done,
  refusedTitle,
  refused,
  about,
  children,
  ...rest
}: Props) {
  const wording = useWording();
  const form = useRef<HTMLFormElement>(null);
  const [posted, post] = useActionState(action, idle);
  const [answered, setAnswered] = useState<Answer | null>(null);
  const [nextKey, setNextKey] = useState<string | null>(null);
  const [pending, startTransition] = useTransition();
  const slow = useSlow(pending);
  const answer = answered ?? posted;

  const [answeredAbout, setAnsweredAbout] = useState(about);
  if (about !== answeredAbout) {
    setAnsweredAbout(about);
    setAnswered(idle);
  }

  useEffect(() => {
    if (!answered || answered.state === "idle") return;
    if (answered.state === "done") form.current?.reset();
    else clearPasswords(form.current);
  }, [answered]);

  // React empties a form whose action it runs itself; sent from here, everything typed stays.
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending && !slow) return;

    const data = collect(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter);
    startTransition(async () => {
      const next = await send(action, answer, data);
      startTransition(() => {
        setAnswered(next);
        if (next.state === "done") setNextKey(newKey());
      });
    });
  }

  async function send(act: FormAction, previous: Answer, data: FormData): Promise<Answer> {
    try {
      return await act(previous, data);
    } catch (error) {
      unstable_rethrow(error);
      const reference = (error as { digest?: string }).digest;
      const isFault = reference && !["UNAVAILABLE", "BUSY"].includes(reference);
      const sentence = isFault ? fill(wording.fault, { reference }) : wording.unreachable;
      return { state: "refused", refusal: "UNAVAILABLE", sentence, figures: {}, lists: {}, typed: typedOf(data) };
    }
  }

  function saveByKey(event: KeyboardEvent<HTMLFormElement>) {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || isComposing(event.nativeEvent)) return;

    event.preventDefault();
    event.currentTarget.querySelector<HTMLButtonElement>('button[type="submit"]:not(:disabled)')?.click();
  }

  return (
    <Current value={{ id, answer, pending, slow }}>
      <form
        ref={form}
        action={post}
        onSubmit={submit}
        onKeyDown={saveByKey}
        className={className}
        noValidate
        aria-label={rest["aria-label"]}
      >
        {submissionKey && <input type="hidden" name="submissionKey" value={nextKey ?? submissionKey} />}
        {version !== undefined && <input type="hidden" name="version" value={version} />}
        <ErrorBox answer={answer} formId={id} refusedTitle={refusedTitle}>
          {refused}
        </ErrorBox>
        {answer.state === "done" && answer.again && (
          <p className="banner warn" role="status">
            {fill(wording.again, { at: answer.again })}
          </p>
        )}
        {done && answer.state === "done" && (
          <p className="banner ok" role="status">
            {done}
          </p>
        )}
        {children}
        {slow && (
          <p className="banner warn" role="status">
            {wording.slow}
          </p>
        )}
      </form>
    </Current>
  );
}

/** True when a request has been on its way for 15 seconds (U34). */
function useSlow(pending: boolean) {
  const [slow, setSlow] = useState(false);

  useEffect(() => {
    if (!pending) return;
    const timer = setTimeout(() => setSlow(true), 15_000);
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [pending]);

  return slow;
}

/** What the form holds, with the button that was pressed; React's own hidden fields stay behind. */
function collect(form: HTMLFormElement, submitter: HTMLElement | null): FormData {
  const data = new FormData();
  for (const [name, value] of new FormData(form)) {
    if (!name.startsWith("$ACTION")) data.append(name, value);
  }

  if (submitter instanceof HTMLButtonElement && submitter.name) data.append(submitter.name, submitter.value);
  return data;
}

/** As the server would answer it: lists by the names that end in `[]`, passwords left out. */
function typedOf(data: FormData): Typed {
  const typed: Typed = {};
  for (const name of new Set(data.keys())) {
    if (/password/i.test(name)) continue;
    const values = data.getAll(name).map(String);
    if (name.endsWith("[]")) typed[name.slice(0, -2)] = values;
    else typed[name] = values[values.length - 1] ?? "";
  }
  return typed;
}

function clearPasswords(form: HTMLFormElement | null) {
  for (const field of form?.querySelectorAll<HTMLInputElement>('input[type="password"]') ?? []) field.value = "";
}

/** A random UUID; crypto.randomUUID is missing in old browsers and on plain http. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
