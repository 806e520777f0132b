import { ChartNoAxesColumn, CodeXml, Database, House, type LucideIcon, Waypoints } from "lucide-react";
import { type ComponentType, type LazyExoticComponent, lazy } from "react";

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
}

/** The rail's order. A new page is one line here and one word in each locale. */
export const pages: readonly Page[] = [
  page("overview", House, async () => (await import("./overview.tsx")).OverviewPage),
  page("theory", Waypoints, async () => (await import("./theory.tsx")).TheoryPage),
  page("indicators", ChartNoAxesColumn, async () => (await import("./indicators.tsx")).IndicatorsPage),
  page("views", CodeXml, async () => (await import("./views.tsx")).ViewsPage, true),
  page("sources", Database, async () => (await import("./sources.tsx")).SourcesPage, true),
];

/** The page that an address names, or the first. */
export function findPage(name: string): Page {
  return pages.find((candidate) => candidate.name === name) ?? (pages[0] as Page);
}

function page(name: string, icon: LucideIcon, load: () => Promise<ComponentType>, tool = false): Page {
  return { name, icon, tool, preload: () => void load(), component: lazy(async () => ({ default: await load() })) };
}
