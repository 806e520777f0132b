import { ChevronLeft } from "lucide-react";
import { useEffect } from "react";
import { onPage, writeAddress } from "../address.ts";
import { useWorkbench } from "../workbench.tsx";

interface NeighboursProps {
  code: string;
  units: readonly { unit: string; label: string }[];
}

/** Back to all municipalities, and on to the one before or after by name; by keyboard Alt with the arrows up and down. */
export function MunicipalityNeighbours({ code, units }: NeighboursProps) {
  const { address, go, wording } = useWorkbench();
  const { t } = wording;
  const at = units.findIndex(({ unit }) => unit === code);
  const links = { previous: units[at - 1], next: at < 0 ? undefined : units[at + 1] };
  const to = (unit: string) => onPage(address, "municipalities", { municipality: unit });
  const { previous, next } = links;

  // biome-ignore lint/correctness/useExhaustiveDependencies: where the keys lead follows from the address and the two neighbours.
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey) return;
      const neighbour = event.key === "ArrowUp" ? previous : event.key === "ArrowDown" ? next : undefined;
      if (neighbour === undefined) return;
      event.preventDefault();
      go(to(neighbour.unit));
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [address, previous?.unit, next?.unit]);

  return (
    <nav className="path" aria-label={t("municipality.path")}>
      <a href={writeAddress(onPage(address, "municipalities"))}>
        <ChevronLeft aria-hidden />
        {t("page.municipalities")}
      </a>
      {previous === undefined ? null : (
        <a href={writeAddress(to(previous.unit))} aria-keyshortcuts="Alt+ArrowUp" title="Alt ↑">
          {t("municipality.previous", { name: previous.label })}
        </a>
      )}
      {next === undefined ? null : (
        <a href={writeAddress(to(next.unit))} aria-keyshortcuts="Alt+ArrowDown" title="Alt ↓">
          {t("municipality.next", { name: next.label })}
        </a>
      )}
    </nav>
  );
}
