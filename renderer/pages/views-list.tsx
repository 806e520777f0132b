import { Search } from "lucide-react";
import { useMemo, useState } from "react";
import { onPage, writeAddress } from "../address.ts";
import { useWorkbench } from "../workbench.tsx";

interface Item {
  /** The address's parameter that opens it. */
  kind: "view" | "indicator";
  name: string;
  title: string;
  /** Also searched. */
  more: string;
}

/** The catalogue: views and indicators, the evaluator's own first, with a search over names and descriptions. */
export function ViewsList() {
  const { address, catalog, scope, wording } = useWorkbench();
  const { t, say, format } = wording;
  const [search, setSearch] = useState("");
  const groups = useMemo(() => {
    const views = catalog.views.map((view) => ({
      origin: view.origin,
      item: { kind: "view" as const, name: view.name, title: say(view.title), more: say(view.description) },
    }));
    const programme = scope.programme?.name ?? "";
    const indicators = catalog.indicators.map((indicator) => ({
      origin: indicator.origin,
      isElsewhere: indicator.programmes.length > 0 && !indicator.programmes.includes(programme),
      item: {
        kind: "indicator" as const,
        name: indicator.name,
        title: say(indicator.title),
        more: say(indicator.description),
      },
    }));
    const own = [...views, ...indicators].filter(({ origin }) => origin === "workspace");
    const shipped = (list: { origin: string; item: Item }[]) => list.filter(({ origin }) => origin === "shipped");
    return [
      { name: "own", items: own.map(({ item }) => item) },
      { name: "views", items: shipped(views).map(({ item }) => item) },
      { name: "indicators", items: shipped(indicators.filter((each) => !each.isElsewhere)).map(({ item }) => item) },
      { name: "elsewhere", items: shipped(indicators.filter((each) => each.isElsewhere)).map(({ item }) => item) },
    ];
  }, [catalog, scope.programme, say]);
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = ({ name, title, more }: Item) =>
    words.every((word) => `${name} ${title} ${more}`.toLowerCase().includes(word));
  // Those of other programmes are many and seldom meant: they come when they are searched for.
  const offered = groups.filter(({ name }) => name !== "elsewhere" || words.length > 0);
  const found = offered.map((group) => ({ ...group, items: group.items.filter(fits) }));
  const count = found.reduce((sum, { items }) => sum + items.length, 0);
  return (
    <nav className="views-list" aria-label={t("views.catalogue")}>
      <a
        className="views-own-sql"
        href={writeAddress(onPage(address, "views", { sql: "" }))}
        aria-current={address.params.sql === undefined ? undefined : "page"}
      >
        {t("views.own_sql")}
      </a>
      <label className="views-search">
        <Search aria-hidden />
        <input
          type="search"
          aria-label={t("views.search")}
          placeholder={t("views.search")}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      </label>
      <p className="hidden-visually" role="status">
        {search === "" ? "" : t("views.found", { count, number: format.count(count) })}
      </p>
      {count === 0 ? <p className="views-none">{t("palette.empty")}</p> : null}
      {found.map(({ name, items }) =>
        items.length === 0 ? null : (
          <section key={name} aria-label={t(`views.group_${name}`)}>
            <h2>{t(`views.group_${name}`)}</h2>
            <ul>
              {items.map((item) => (
                <li key={item.name}>
                  <a
                    href={writeAddress(onPage(address, "views", { [item.kind]: item.name }))}
                    aria-current={address.params[item.kind] === item.name ? "page" : undefined}
                    title={item.name}
                  >
                    {item.title}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ),
      )}
    </nav>
  );
}
