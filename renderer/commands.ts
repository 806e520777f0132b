import { onPage } from "./address.ts";
import { openSteeringWindow } from "./open-steering.ts";
import { pagesOf } from "./pages/pages.ts";
import { openingAddress } from "./scope.ts";
import type { Workbench } from "./workbench.tsx";

/** Something that the command palette offers. */
export interface Command {
  id: string;
  title: string;
  /** Says more where the title alone could be misread; also searched. */
  note?: string;
  run(): void;
}

export interface CommandSection {
  /** `palette.<name>` in the locales. */
  name: "pages" | "room" | "programmes" | "cutoffs" | "indicators" | "views" | "language" | "theme";
  id: string;
  commands: Command[];
}

/** All commands that make sense now; sections without any are left out. */
export function listCommands(workbench: Workbench): CommandSection[] {
  const { address, catalog, connection, go, scope, wording, setLanguage, setTheme, marks, setMarks } = workbench;
  const { openSteering } = connection;
  const { t, say, format } = wording;
  const pages = pagesOf(catalog.room);
  const viewsPage = pages.find((page) => page.name === "views");
  // Until indicators have a page of their own, the views page shows them.
  const indicatorsPage = pages.find((page) => page.name === "indicators") ?? viewsPage;
  const loaded = catalog.programmes.filter((programme) => programme.loaded);
  const { cutoff: _, ...withoutCutoff } = address;
  const sections: Record<CommandSection["name"], Command[]> = {
    pages: pages.map((page) => ({
      id: `page ${page.name}`,
      title: t(`page.${page.name}`),
      run: () => go(onPage(address, page.name)),
    })),
    room:
      catalog.room === "steering"
        ? []
        : [
            {
              id: "room marks",
              title: t(marks ? "room.marks_off" : "room.marks"),
              note: t("room.marks_note"),
              run: () => setMarks(!marks),
            },
            ...(openSteering === null
              ? []
              : [
                  {
                    id: "room steering",
                    title: t("room.open"),
                    note: t("room.open_note"),
                    run: () => void openSteeringWindow(openSteering),
                  },
                ]),
          ],
    cutoffs: [
      ...(scope.asOf === null
        ? []
        : [
            {
              id: "cutoff",
              title: format.longDate(scope.asOf),
              note: t("bar.cutoff_as_of"),
              run: () => go(withoutCutoff),
            },
          ]),
      ...(scope.programme?.cutoffs ?? [])
        .filter((named) => scope.asOf !== null && named.on < scope.asOf)
        .map((named) => ({
          id: `cutoff ${named.on}`,
          title: format.longDate(named.on),
          note: say(named.title),
          run: () => go({ ...address, cutoff: named.on }),
        })),
    ],
    programmes:
      loaded.length < 2
        ? []
        : loaded.map((programme) => ({
            id: `programme ${programme.name}`,
            title: say(programme.title),
            run: () => go(openingAddress(catalog, address.page, programme.name)),
          })),
    indicators:
      indicatorsPage === undefined
        ? []
        : catalog.indicators.map((indicator) => ({
            id: `indicator ${indicator.name}`,
            title: say(indicator.title),
            note: indicator.name,
            run: () => go(onPage(address, indicatorsPage.name, { indicator: indicator.name })),
          })),
    views:
      viewsPage === undefined
        ? []
        : catalog.views.map((view) => ({
            id: `view ${view.name}`,
            title: say(view.title),
            note: view.name,
            run: () => go(onPage(address, viewsPage.name, { view: view.name })),
          })),
    language: [
      { id: "language sv", title: "Svenska", run: () => setLanguage("sv") },
      { id: "language en", title: "English", run: () => setLanguage("en") },
    ],
    theme: (["system", "light", "dark"] as const).map((choice) => ({
      id: `theme ${choice}`,
      title: t(`theme.${choice}`),
      run: () => setTheme(choice),
    })),
  };
  return Object.entries(sections)
    .filter(([, commands]) => commands.length > 0)
    .map(([name, commands]) => ({ name: name as CommandSection["name"], id: name, commands }));
}
