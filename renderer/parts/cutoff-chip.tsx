import { useState } from "react";
import { Button } from "react-aria-components/Button";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { useWorkbench } from "../workbench.tsx";
import { Chip } from "./chip.tsx";

const asOfKey = "as_of";

/** The day after which nothing is known: the extract's own, one that reports have used, or any other. */
export function CutoffChip() {
  const { address, catalog, go, scope, wording } = useWorkbench();
  const { t, format, say } = wording;
  const { asOf, cutoff, programme } = scope;
  const [day, setDay] = useState(cutoff ?? "");
  if (asOf === null || cutoff === null) return null;
  const named = (programme?.cutoffs ?? []).filter((candidate) => candidate.on < asOf);
  const choose = (chosen: string | undefined) => {
    const { cutoff: _, ...rest } = address;
    go(chosen === undefined || chosen === asOf ? rest : { ...rest, cutoff: chosen });
  };
  return (
    <Chip label={t("bar.cutoff")} value={format.date(cutoff)}>
      {(close) => (
        <>
          <p className="popover-text">{t("bar.cutoff_means")}</p>
          <ListBox
            aria-label={t("bar.cutoff")}
            className="menu"
            selectionMode="single"
            selectedKeys={[cutoff === asOf ? asOfKey : cutoff]}
            onSelectionChange={(keys) => {
              const [key] = [...keys];
              if (key !== undefined) choose(key === asOfKey ? undefined : String(key));
              close();
            }}
          >
            <ListBoxItem id={asOfKey} textValue={format.longDate(asOf)}>
              <b>{format.longDate(asOf)}</b>
              <span>{t("bar.cutoff_as_of")}</span>
            </ListBoxItem>
            {named.map((candidate) => (
              <ListBoxItem key={candidate.on} id={candidate.on} textValue={format.longDate(candidate.on)}>
                <b>{format.longDate(candidate.on)}</b>
                <span>{say(candidate.title)}</span>
              </ListBoxItem>
            ))}
          </ListBox>
          {catalog.room === "steering" ? null : (
            <form
              className="popover-form"
              onSubmit={(event) => {
                event.preventDefault();
                if (!Number.isNaN(Date.parse(day))) choose(day);
                close();
              }}
            >
              <label>
                {t("bar.cutoff_other")}
                <input
                  value={day}
                  pattern="\d{4}-\d{2}-\d{2}"
                  placeholder={t("bar.cutoff_pattern")}
                  inputMode="numeric"
                  size={12}
                  onChange={(event) => setDay(event.target.value)}
                />
              </label>
              <Button type="submit" className="button">
                {t("bar.cutoff_choose")}
              </Button>
            </form>
          )}
        </>
      )}
    </Chip>
  );
}
