import { onPage, writeAddress } from "../address.ts";
import { useWorkbench } from "../workbench.tsx";

/** All views with what they count, for a reader who does not know yet which one is wanted. */
export function ViewsStart() {
  const { address, catalog, wording } = useWorkbench();
  const { say } = wording;
  return (
    <ul className="views-start">
      {catalog.views.map((view) => (
        <li key={view.name} className="card">
          <a href={writeAddress(onPage(address, "views", { view: view.name }))}>{say(view.title)}</a>
          <p className="definition">{say(view.description)}</p>
          <code>{view.name}</code>
        </li>
      ))}
    </ul>
  );
}
