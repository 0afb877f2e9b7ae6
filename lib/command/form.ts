import "server-only";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { type Actor, findActor } from "@/lib/auth/actor";
import { invalid, refused, told, tooLarge, withoutSecrets } from "@/lib/command/answers";
import { type Definition, labelledBy, perform, refuseUngranted } from "@/lib/command/command";
import { earlierDecision } from "@/lib/command/decided";
import { joinAmount } from "@/lib/command/fields";
import { aboutOf, type Way } from "@/lib/command/outcome";
import { type Answer, filesOf, type Typed, typedOf } from "@/lib/refusal/answer";
import { asRefusal, Refusal } from "@/lib/refusal/refusal";

type Door<Input, Outcome, Page extends z.ZodRawShape, Value> = {
  /** Fields of the command that are files. */
  files?: readonly string[];
  /** Fields of the page beside those of the command. */
  page?: z.ZodObject<Page>;
  /** Where a form leads that asks for something else than the command; nothing is done then. */
  instead?(input: Input, page: z.output<z.ZodObject<Page>>): { to: string } | undefined;
  /** Where a form leads after the command, and what is told there. */
  after?(outcome: Outcome, input: Input, page: z.output<z.ZodObject<Page>>): Way | undefined;
  /** What the browser keeps from then on: the cookie of a sign-in. */
  keeps?(outcome: Outcome): Promise<void>;
  /** What the form itself shows afterwards, where it leads nowhere. */
  shows?(outcome: Outcome, input: Input): Value | Promise<Value>;
  /** The field that names what is decided: when another decided it first, the page says who, when and what, though its form is gone. */
  decides?: string;
  /** All the noes that can be said of what was typed so far, so that they do not come one after the other; thrown where nothing else matters. */
  foresee?(actor: Actor, typed: Typed): Promise<Refusal[]>;
  /** The lists of a no in the words of whoever reads them, where they are more than names. */
  says?(no: Refusal): Promise<Refusal>;
  /** Nothing that a page shows has changed. */
  stays?: true;
};

type Posted<Value> = (previous: Answer, data: FormData) => Promise<Answer<Value>>;

/**
 * A command's door for a page: its form becomes the input, its outcome the next address and what is told there, or `shows` on the page
 * itself; what was refused comes back as a sentence with everything typed. After the COMMIT every page is made anew.
 */
export function form<
  Shape extends z.ZodObject,
  Outcome,
  Before,
  Page extends z.ZodRawShape = Record<never, never>,
  Value = Outcome,
>(command: Definition<Shape, Outcome, Before>, door: Door<z.output<Shape>, Outcome, Page, Value> = {}): Posted<Value> {
  const subjects = labelledBy(command);
  const post: Posted<Value> = async (_previous, data) => {
    const { submissionKey, ...typed } = typedOf(data);
    const files = filesOf(data, door.files ?? []);
    const large = await tooLarge(typed, subjects);
    if (large) return large;
    let to: string | undefined;
    const answer = await refusing<Value>(typed, async () => {
      const actor = await findActor();
      if (!actor) throw new Refusal("SIGNED_OUT");
      await refuseUngranted(actor, command);
      const key = z.uuid().safeParse(submissionKey);
      if (!key.success) throw new Refusal("INPUT_WRONG", { case: "KEY" });
      const foreseen = async () => (await door.foresee?.(actor, typed)) ?? [];
      const shape = { ...command.input.shape, ...door.page?.shape };
      const read = z.strictObject(shape).safeParse({ ...joinAmount(typed, shape), ...files });
      if (!read.success) return invalid(read.error, typed, subjects, await foreseen());

      const [input, page] = divide(command.input, read.data) as [z.output<Shape>, z.output<z.ZodObject<Page>>];
      to = door.instead?.(input, page)?.to;
      if (to) return { state: "done", value: undefined as Value };
      const tells = (outcome: Outcome) => tellsOf(door.after?.(outcome, input, page), typed);
      const sent = {
        key: key.data,
        content: { ...withoutSecrets(typed), ...chosenOf(files) },
        tells,
      };
      try {
        const { outcome, again } = await perform(command, actor, input, sent);
        await door.keeps?.(outcome);
        to = door.after?.(outcome, input, page)?.to;
        const isEmpty = again && command.unkept;
        const value = (door.shows && !isEmpty ? await door.shows(outcome, input) : outcome) as Value;
        return { state: "done", value, ...(again && { again }) };
      } catch (error) {
        const no = door.says && asRefusal(error);
        return told(no ? await door.says?.(no) : error, typed, subjects, foreseen);
      }
    });
    if (answer.state === "done" && !door.stays) revalidatePath("/", "layout");
    to ??= await earlierDecision(answer, door.decides, typed);
    if (to) redirect(to);
    return answer;
  };
  return Object.assign(post, { permission: command.permission, as: command.as });
}

/** Which files were chosen, as far as it tells a form that is sent again. */
const chosenOf = (files: Record<string, File>) =>
  Object.fromEntries(Object.entries(files).map(([field, { name, size }]) => [field, `${name} ${size}`]));

/** The input of the command, and what only the page knows. */
function divide(input: z.ZodObject, read: Record<string, unknown>) {
  const own = Object.entries(read).filter(([name]) => name in input.shape);
  return [Object.fromEntries(own), Object.fromEntries(Object.entries(read).filter(([name]) => !(name in input.shape)))];
}

const tellsOf = (way: Way | undefined, typed: Typed) =>
  way ? { ...way, about: { ...aboutOf(typed), ...way.about } } : {};

/** Whatever is foreseen comes back with everything typed, also when not even the question who is asking was answered. */
export async function refusing<Value>(typed: Typed, answer: () => Promise<Answer<Value>>): Promise<Answer<Value>> {
  try {
    return await answer();
  } catch (error) {
    const refusal = asRefusal(error);
    if (!refusal) throw error;
    return refused(refusal, typed);
  }
}
