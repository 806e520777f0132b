import {
  Blend,
  ChartNoAxesColumn,
  CodeXml,
  Database,
  House,
  type LucideIcon,
  MapPinned,
  ShieldCheck,
  Waypoints,
} from "lucide-react";
import { type ComponentType, type LazyExoticComponent, lazy } from "react";
import type { Room } from "../../electron/contract.ts";

/** A screen of the product. Only what is finished stands in the rail. */
export interface Page {
  /** As in the address. Its name in the rail is `page.<name>` in the locales. */
  name: string;
  icon: LucideIcon;
  component: LazyExoticComponent<ComponentType>;
  /** Starts fetching the page's code, so that it comes together with its data. */
  preload(): void;
  /** Stands below the line in the rail: tools and material rather than findings. */
  tool: boolean;
  /** Where it can be opened. The engine refuses the steering room what the others would ask for. */
  rooms: readonly Room[];
}

interface PagePlace {
  tool?: boolean;
  rooms?: readonly Room[];
}

const evaluatorOnly: readonly Room[] = ["evaluator"];

/** The rail's order. A new page is one line here and one word in each locale. */
export const pages: readonly Page[] = [
  page("overview", House, async () => (await import("./overview.tsx")).OverviewPage),
  page("theory", Waypoints, async () => (await import("./theory.tsx")).TheoryPage),
  page("indicators", ChartNoAxesColumn, async () => (await import("./indicators.tsx")).IndicatorsPage),
  page("kasam", Blend, async () => (await import("./kasam.tsx")).KasamPage),
  page("municipalities", MapPinned, async () => (await import("./municipalities.tsx")).MunicipalitiesPage),
  page("views", CodeXml, async () => (await import("./views.tsx")).ViewsPage, { tool: true, rooms: evaluatorOnly }),
  page("sources", Database, async () => (await import("./sources.tsx")).SourcesPage, {
    tool: true,
    rooms: evaluatorOnly,
  }),
  page("policy", ShieldCheck, async () => (await import("./policy.tsx")).PolicyPage, { tool: true }),
];

/** The pages of a room, in the rail's order. */
export function pagesOf(room: Room): readonly Page[] {
  return pages.filter((candidate) => candidate.rooms.includes(room));
}

/** The page that an address names, or the room's first. */
export function findPage(name: string, room: Room): Page {
  const own = pagesOf(room);
  return own.find((candidate) => candidate.name === name) ?? (own[0] as Page);
}

function page(
  name: string,
  icon: LucideIcon,
  load: () => Promise<ComponentType>,
  { tool = false, rooms = ["evaluator", "steering"] }: PagePlace = {},
): Page {
  const component = lazy(async () => ({ default: await load() }));
  return { name, icon, tool, rooms, preload: () => void load(), component };
}
