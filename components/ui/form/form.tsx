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
import { isComposing } from "@/components/ui/shortcut";
import { useWording } from "@/components/ui/wording";
import { type Answer, idle } from "@/lib/refusal/answer";
import { say } from "@/lib/wording/sentence";
import { ErrorBox } from "./error-box";
import { areFilesThere, clearPasswords, collect, newKey, typedOf, useSlow } from "./sending";

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
      const next = await send(action, data);
      startTransition(() => {
        setAnswered(next);
        if (next.state === "done") setNextKey(newKey());
      });
    });
  }

  // Nothing is told from the answer before, which may be long; only where no script runs it has to go along.
  async function send(act: FormAction, data: FormData): Promise<Answer> {
    const refused = { state: "refused", figures: {}, lists: {}, typed: typedOf(data) } as const;
    if (!(await areFilesThere(data))) return { ...refused, refusal: "INPUT_WRONG", sentence: say(wording.fileChanged) };
    try {
      return await act(idle, data);
    } catch (error) {
      unstable_rethrow(error);
      const reference = (error as { digest?: string }).digest;
      const isFault = reference && !["UNAVAILABLE", "BUSY"].includes(reference);
      const sentence = isFault ? say(wording.fault, { reference }) : say(wording.unreachable);
      return { ...refused, refusal: "UNAVAILABLE", sentence };
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
            {say(wording.again, { at: answer.again })}
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
            {say(wording.slow)}
          </p>
        )}
      </form>
    </Current>
  );
}
