import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { openingAddress } from "../scope.ts";
import { useWorkbench } from "../workbench.tsx";
import { Chip } from "./chip.tsx";

/** The programme that the page is about. */
export function ProgrammeChip() {
  const { address, catalog, go, scope, wording } = useWorkbench();
  const { t, say, format } = wording;
  const { programme } = scope;
  if (programme === undefined) return null;
  const loaded = catalog.programmes.filter((candidate) => candidate.loaded);
  return (
    <Chip label={t("bar.programme")} value={say(programme.title)}>
      {(close) => (
        <>
          <p className="popover-text">{say(programme.description)}</p>
          <p className="popover-quiet">
            {t("bar.programme_days", {
              from: format.longDate(programme.starts_on),
              to: format.longDate(programme.ends_on),
            })}
          </p>
          {loaded.length < 2 ? null : (
            <ListBox
              aria-label={t("bar.programme")}
              className="menu"
              selectionMode="single"
              selectedKeys={[programme.name]}
              disallowEmptySelection
              onSelectionChange={(keys) => {
                const [name] = [...keys];
                if (name !== undefined) go(openingAddress(catalog, address.page, String(name)));
                close();
              }}
            >
              {loaded.map((candidate) => (
                <ListBoxItem key={candidate.name} id={candidate.name}>
                  {say(candidate.title)}
                </ListBoxItem>
              ))}
            </ListBox>
          )}
        </>
      )}
    </Chip>
  );
}
