import { type Calendar, type Day, toDay } from "./calendar.ts";
import { originDay } from "./origin.ts";
import { integerBetween, type Random } from "./random.ts";
import type { Collection, Survey } from "./survey-recipe.ts";

/** When a questionnaire was answered, and how, where the circumstances left no choice. */
export interface Answering {
  day: Day;
  mode: string | undefined;
}

interface Period {
  opened: Day;
  closed: Day;
  outage: [Day, Day] | undefined;
}

/** Draws when somebody answers; undefined for who could not, because nothing was open or working. */
export function compileAnswering(
  { answered, collections, late, outage }: Survey,
  calendar: Calendar,
): (stay: { start: Day; end: Day | null } | undefined, municipality: string, random: Random) => Answering | undefined {
  const periodsOf = periodsByMunicipality(collections);
  return (stay, municipality, random) => {
    const from = originDay(answered.from, stay);
    const periods = periodsOf(municipality);
    if (from === null || periods.length === 0) return undefined;
    const [first, last] = answered.days;
    const wished = Math.max(stay?.start ?? 0, calendar.workdayBetween(from + first, from + last, random));
    // Who is counted from the start is asked while the stay goes on.
    if (answered.from === "started_on" && stay?.end && wished > stay.end) return undefined;
    const opened = Math.min(...periods.map((period) => period.opened));
    const tooEarly = wished < opened;
    if (tooEarly && !(late && opened - from <= late.within && random() < late.share)) return undefined;
    const day = tooEarly && late ? opened + integerBetween(random, ...late.days) : wished;
    const period = periods.find((each) => each.opened <= day && day <= each.closed);
    if (period === undefined) return undefined;
    const mode = tooEarly ? late?.mode : undefined;
    if (period.outage === undefined || day < period.outage[0] || day > period.outage[1]) return { day, mode };
    return outage && random() < outage.share ? { day, mode: outage.mode } : undefined;
  };
}

/** A municipality with periods of its own has only those. */
function periodsByMunicipality(collections: Collection[]): (municipality: string) => Period[] {
  const common = collections.filter((each) => each.municipality === undefined).map(toPeriod);
  const own = new Map<string, Period[]>();
  for (const each of collections) {
    if (each.municipality === undefined) continue;
    own.set(each.municipality, [...(own.get(each.municipality) ?? []), toPeriod(each)]);
  }
  return (municipality) => own.get(municipality) ?? common;
}

function toPeriod({ opened_on, closed_on, outage }: Collection): Period {
  return {
    opened: toDay(opened_on),
    closed: toDay(closed_on),
    outage: outage && [toDay(outage[0]), toDay(outage[1])],
  };
}
