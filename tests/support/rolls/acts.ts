import { asRefusal } from "@/lib/refusal/refusal";
import { addDays } from "@/lib/value/calendar";
import type { Act, Verb } from "./days";
import * as office from "./office";
import type { Phone } from "./phone";
import { standOn, type Term } from "./term";
import * as timetable from "./timetable";

/** Does one act. */
export async function act(term: Term, { verb, ...chance }: Act): Promise<string> {
  const phone = term.phones[chance.phone] as Phone;
  const lessonId = term.today[chance.lesson % term.today.length] as string;
  return telling(() => verbs[verb](term, { ...chance, mine: phone, lessonId }));
}

/** What came of an act, also where the portal refused it. */
export async function telling(story: () => Promise<unknown>): Promise<string> {
  try {
    const told = await story();
    return typeof told === "string" ? told : "done";
  } catch (error) {
    const no = asRefusal(error);
    if (!no) throw error;
    return `${no.refusal} ${no.figures.case ?? ""}`.trim();
  }
}

type Chance = Omit<Act, "verb"> & { mine: Phone; lessonId: string };
type Play = (term: Term, chance: Chance) => Promise<unknown>;

const verbs: Record<Verb, Play> = {
  async press(term, { mine, lessonId, taps, cut, nth, flag }) {
    if (!mine.pages.tap(lessonId, taps)) return "the page shows nobody";
    // Not every tap is followed by 保存.
    if (nth === 9) return "only tapped";
    mine.press(lessonId, new Date(`${term.on}T10:00:00Z`));
    // Flight mode, or the battery is gone with the tap.
    if (nth === 0) return mine.pages.close();
    if (nth > 2) await mine.deliver({ cut, refreshes: flag });
  },
  deliver: (_, { mine, cut, flag }) => mine.deliver({ cut, refreshes: flag }),
  async reload(_, { mine, lessonId, cut }) {
    mine.pages.close();
    await mine.pages.open(lessonId);
    await mine.deliver({ cut });
  },
  async both({ phones }) {
    await Promise.all(phones.map((phone) => phone.deliver()));
  },
  /** Both press, and the desk with them, at the same moment. */
  async together(term, { lessonId, taps, flag }) {
    const pressed = new Date(`${term.on}T10:30:00Z`);
    const others = taps.map((tap) => ({ ...tap, note: "两人同时" }));
    for (const [n, phone] of term.phones.entries())
      if (phone.pages.tap(lessonId, n ? others : taps)) phone.press(lessonId, pressed);
    const sending = term.phones.map((phone) => phone.deliver());
    const [told] = await Promise.allSettled([office.desk(term, { lessonId, taps, stale: flag }), ...sending]);
    if (told?.status === "rejected") throw told.reason;
  },
  /** Two pages of one phone send from the same box. */
  async twice(_, { mine, cut }) {
    await Promise.all([mine.deliver({ cut }), mine.deliver()]);
  },
  arrive: (_, { mine }) => mine.arrive(),
  async clock(_, { mine, nth, flag }) {
    mine.fast = flag ? nth : -nth;
  },
  giveUp: async (_, { mine }) => mine.giveUp(),
  desk: (term, { lessonId, taps, flag }) => office.desk(term, { lessonId, taps, stale: flag }),
  decide: (term, { nth, flag }) => office.decide(term, { nth, adopts: flag }),
  move: (term, { lessonId, flag }) => timetable.move(term, { lessonId, ahead: flag }),
  cancel: (term, { lessonId }) => timetable.cancel(term, lessonId),
  leave: (term, { nth, lesson }) => timetable.leave(term, { nth, how: nth + lesson }),
  overwrite: (term, { lessonId, nth }) => office.overwrite(term, { lessonId, nth }),
  late: (term) => standOn(addDays(term.on, 4)),
};
