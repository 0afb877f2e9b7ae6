"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { useAnswer } from "@/components/ui/form/form";
import type { Offer } from "@/lib/lesson/rules/alternatives";
import type { Figures } from "@/lib/refusal/refusal";
import { type Day, type Week, weekday, weekOf } from "@/lib/value/calendar";
import type { Messages } from "@/lib/wording/messages";
import { type Sentences, say } from "@/lib/wording/sentence";
import { type Clash, clashOf, offerHref, signs } from "./clash";

type Props = {
  words: Sentences<Messages["lesson"]["clash"]>;
  weekdays: Sentences<Messages["lesson"]["weekday"]>;
  /** The form that an offer opens again; a form of many lessons names both sides and offers nothing. */
  path?: string;
  /** The week whose table stands under the form; the table follows the wanted day. */
  week?: Week;
};

/** Both sides of a clash, and three ways out with the numbers they have in the table (U18, U28). */
export function ClashReport({ words, weekdays, path, week }: Props) {
  const clash = clashOf(useAnswer());
  useWeekOf(clash, path, week);
  if (!clash) return null;

  const { figures, typed, offers, cohorts, others } = clash;
  const told = sayings(words, weekdays);
  return (
    <>
      <p>
        {say(words.wanted, {
          cohorts: told.list(cohorts),
          lesson: String(typed.title ?? figures.title ?? ""),
          when: told.when(figures.day, figures.startsAt, figures.endsAt),
          heads: figures.heads ?? 0,
        })}
        <br />
        {figures.closureReason !== undefined &&
          say(words.existing) +
            say(words.closed, { classroom: figures.classroom ?? "", reason: figures.closureReason })}
        {figures.onLeave !== undefined &&
          say(words.existing) +
            say(words.onLeave, { trainer: figures.onLeave, from: figures.from ?? "", to: figures.to ?? "" })}
        {others.length > 0 && (
          <>
            {say(words.existing)}
            <a href={`/schedule/lessons/${figures.lesson}`}>
              {say(words.existingLesson, {
                cohorts: told.list(others),
                lesson: figures.otherTitle ?? "",
              })}
            </a>
            {say(words.existingMore, {
              when: isSameTime(figures)
                ? say(words.sameTime)
                : told.when(figures.otherDay, figures.otherStartsAt, figures.otherEndsAt),
              heads: figures.otherHeads ?? 0,
              trainer: figures.otherTrainer ?? "",
            })}
          </>
        )}
      </p>
      {path && offers.length === 0 && <p>{say(words.noOffers)}</p>}
      {path && (
        <div className="choices">
          {offers.map((offer, index) => (
            <a key={signs[index]} href={offerHref(path, typed, offer)}>
              <b>{signs[index]}</b>
              <span>{told.offer(offer, figures)}</span>
              <small>{told.kept(offer)}</small>
            </a>
          ))}
        </div>
      )}
    </>
  );
}

/** Where somebody typed a day of another week, its table is fetched; without script the offers in the box do alone. */
function useWeekOf(clash: Clash | null, path: string | undefined, week: Week | undefined) {
  const router = useRouter();
  const day = clash?.figures.day as Day | undefined;
  const isAway = day && week && weekOf(day) !== week;
  const href = clash && path && isAway ? offerHref(path, clash.typed, wantedOf(clash)) : undefined;
  useEffect(() => {
    if (href) router.replace(href, { scroll: false });
  }, [href, router]);
}

const wantedOf = ({ figures, typed }: Clash) => ({
  day: figures.day as Day,
  startsAt: String(figures.startsAt),
  endsAt: String(figures.endsAt),
  classroom: Number(typed.classroomNumber)
    ? { number: Number(typed.classroomNumber), label: "", name: "", seats: 0, kind: "" }
    : null,
});

const isSameTime = ({ day, startsAt, endsAt, otherDay, otherStartsAt, otherEndsAt }: Figures): boolean =>
  day === otherDay && startsAt === otherStartsAt && endsAt === otherEndsAt;

function sayings(words: Props["words"], weekdays: Props["weekdays"]) {
  const nameOf = (day: unknown) => say(weekdays[String(weekday(day as Day)) as keyof typeof weekdays]);

  return {
    list: (cohorts: readonly unknown[]) => cohorts.join(say(words.between)),
    when: (day: unknown, startsAt: unknown, endsAt: unknown) =>
      say(words.when, {
        weekday: nameOf(day),
        date: String(day).slice(5),
        startsAt: String(startsAt),
        endsAt: String(endsAt),
      }),
    offer: ({ day, startsAt, classroom, keeps }: Offer, figures: Figures) => {
      const away = weekOf(day) !== weekOf(figures.day as Day);
      const named = away ? say(words.nextWeek, { weekday: nameOf(day), date: day.slice(5) }) : nameOf(day);
      if (!classroom) return say(words.toTimeOutside, { weekday: named, startsAt });
      const to = { time: words.toRoom, classroom: words.toTime, neither: words.toBoth }[keeps];
      return say(to, { weekday: named, startsAt, classroom: `${classroom.label} ${classroom.name}` });
    },
    kept: ({ classroom, keeps }: Offer) => {
      if (!classroom) return say(words.keepsOutside);
      return say({ time: words.keepsTime, classroom: words.keepsRoom, neither: words.keepsNeither }[keeps], {
        seats: classroom.seats,
      });
    },
  };
}
