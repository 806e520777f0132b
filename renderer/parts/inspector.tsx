import { X } from "lucide-react";
import { useMemo } from "react";
import { Button } from "react-aria-components/Button";
import { Dialog } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components/Tabs";
import type { Room } from "../../electron/contract.ts";
import { filePalette } from "../charts/palette.ts";
import { formNote } from "../export/forms.ts";
import type { DrawSeen } from "../figure.tsx";
import type { NamedFigure } from "../united.ts";
import { useWorkbench } from "../workbench.tsx";
import { CopyButton } from "./copy-button.tsx";
import { DataTable } from "./data-table.tsx";
import { SourceList } from "./source-list.tsx";
import { SqlText } from "./sql-text.tsx";
import { SuppressionCost } from "./suppression-cost.tsx";

export type InspectorTab = "table" | "sql" | "source" | "words" | "protection";

/** What can be looked at of a figure. In the steering room neither how it is computed nor from what in detail. */
export function inspectorTabs(room: Room, hasChart: boolean): InspectorTab[] {
  const tabs: InspectorTab[] = room === "steering" ? ["table"] : ["table", "sql", "source", "protection"];
  return hasChart ? [...tabs, "words"] : tabs;
}

interface InspectorProps {
  /** As they are seen on the card. */
  figures: readonly NamedFigure[];
  /** As they are. */
  own: readonly NamedFigure[];
  title: string;
  /** Undefined where there is no chart: then there is nothing to put into words. */
  draw?: DrawSeen;
  tab: InspectorTab;
  onTab(tab: InspectorTab): void;
  onClose(): void;
}

/** What a figure rests on: its table, its SQL, where it comes from, and its chart in words. */
export function Inspector({ figures, own, title, draw, tab, onTab, onClose }: InspectorProps) {
  const { catalog, wording, scope } = useWorkbench();
  const { t } = wording;
  const summary = useMemo(
    () => draw?.({ width: 600, fontSize: 12, palette: filePalette, wording, cutoff: scope.cutoff })?.summary,
    [draw, wording, scope.cutoff],
  );
  const tabs = inspectorTabs(catalog.room, draw !== undefined);
  const seen = figures[0]?.figure.meta;
  // Outside the room nothing else tells that these are numbers that must not leave it.
  const noted = (words: string) => (seen?.room === "evaluator" ? `${words}\n\n${formNote(seen, wording)}` : words);
  return (
    <ModalOverlay className="veil" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className="drawer">
        <Dialog className="drawer-dialog">
          <header>
            <Heading slot="title">{title}</Heading>
            <Button className="icon-button" slot="close" aria-label={t("close")}>
              <X aria-hidden />
            </Button>
          </header>
          <Tabs selectedKey={tab} onSelectionChange={(key) => onTab(key as InspectorTab)}>
            <TabList aria-label={title} className="tabs">
              {tabs.map((name) => (
                <Tab key={name} id={name}>
                  {t(`panel.${name}`)}
                </Tab>
              ))}
            </TabList>
            <TabPanel id="table">
              <DataTable figures={figures} caption={title} />
            </TabPanel>
            {tabs.includes("sql") ? (
              <>
                <TabPanel id="sql">
                  {figures.map(({ figure, name }) => (
                    <Part key={name} title={figures.length > 1 ? name : undefined}>
                      <CopyButton text={figure.meta.sql} label={t("panel.copy_sql")} />
                      <SqlText sql={figure.meta.sql} />
                    </Part>
                  ))}
                </TabPanel>
                <TabPanel id="source">
                  {figures.map(({ figure, name }) => (
                    <Part key={name} title={figures.length > 1 ? name : undefined}>
                      <SourceList meta={figure.meta} />
                    </Part>
                  ))}
                </TabPanel>
                <TabPanel id="protection">
                  {own.map(({ figure, name }) => (
                    <Part key={name} title={own.length > 1 ? name : undefined}>
                      <SuppressionCost figure={figure} />
                    </Part>
                  ))}
                </TabPanel>
              </>
            ) : null}
            {summary === undefined ? null : (
              <TabPanel id="words">
                <p className="words">{summary}</p>
                <CopyButton text={noted(summary)} label={t("panel.copy_words")} />
              </TabPanel>
            )}
          </Tabs>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Part({ title, children }: { title: string | undefined; children: React.ReactNode }) {
  return (
    <section className="inspector-part">
      {title === undefined ? null : <h3>{title}</h3>}
      {children}
    </section>
  );
}
