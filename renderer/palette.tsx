import { Search } from "lucide-react";
import { useEffect, useMemo, useState } from "react";
import { Autocomplete, useFilter } from "react-aria-components/Autocomplete";
import { Collection } from "react-aria-components/Collection";
import { Dialog } from "react-aria-components/Dialog";
import { Header } from "react-aria-components/Header";
import { Input } from "react-aria-components/Input";
import { Menu, MenuItem, MenuSection } from "react-aria-components/Menu";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { SearchField } from "react-aria-components/SearchField";
import { listCommands } from "./commands.ts";
import { onPalette } from "./palette-state.ts";
import { useWorkbench } from "./workbench.tsx";

/** The command palette, for whoever asks for it. Closed it costs nothing. */
export function PaletteDialog() {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => onPalette(() => setOpen(true)), []);
  return isOpen ? <Palette close={() => setOpen(false)} /> : null;
}

/** Everything there is to go to or to switch, a few letters away. */
function Palette({ close }: { close(): void }) {
  const workbench = useWorkbench();
  const { t } = workbench.wording;
  const { contains } = useFilter({ sensitivity: "base" });
  const sections = useMemo(() => listCommands(workbench), [workbench]);
  const run = (id: string) => {
    close();
    sections
      .flatMap((section) => section.commands)
      .find((command) => command.id === id)
      ?.run();
  };
  return (
    <ModalOverlay className="veil" isOpen onOpenChange={(open) => !open && close()} isDismissable>
      <Modal className="palette">
        <Dialog aria-label={t("palette.label")}>
          <Autocomplete filter={contains}>
            <SearchField aria-label={t("palette.label")} autoFocus className="palette-search">
              <Search aria-hidden />
              <Input placeholder={t("palette.placeholder")} />
            </SearchField>
            <Menu
              className="menu palette-menu"
              aria-label={t("palette.label")}
              items={sections}
              onAction={(key) => run(String(key))}
              renderEmptyState={() => <p className="palette-empty">{t("palette.empty")}</p>}
            >
              {(section) => (
                <MenuSection id={section.name}>
                  <Header>{t(`palette.${section.name}`)}</Header>
                  <Collection items={section.commands}>
                    {(command) => (
                      <MenuItem id={command.id} textValue={`${command.title} ${command.note ?? ""}`}>
                        <b>{command.title}</b>
                        {command.note === undefined ? null : <span>{command.note}</span>}
                      </MenuItem>
                    )}
                  </Collection>
                </MenuSection>
              )}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
