import { Suspense, useEffect, useRef } from "react";
import { Bar } from "./bar.tsx";
import { findPage } from "./pages/pages.ts";
import { PaletteDialog } from "./palette.tsx";
import { RoomStrip } from "./parts/room-strip.tsx";
import { Rail } from "./rail.tsx";
import { useWorkbench } from "./workbench.tsx";

/** The shell: rail, bar, and the page that the address names. */
export function App() {
  const { address, catalog, wording } = useWorkbench();
  const page = findPage(address.page, catalog.room);
  const Content = page.component;
  const main = useRef<HTMLElement>(null);
  const pageName = wording.t(`page.${page.name}`);

  useEffect(() => {
    const room = catalog.room === "steering" ? [wording.t("room.steering_label")] : [];
    document.title = [...room, pageName, catalog.workspace.name, "Sammanhang"].join(" · ");
    // What opens above the page, such as a menu, stands outside of it and is coloured by the room all the same.
    document.documentElement.dataset.room = catalog.room;
  }, [pageName, catalog.workspace.name, catalog.room, wording]);

  return (
    <div className="app" data-room={catalog.room}>
      <button type="button" className="skip" onClick={() => main.current?.focus()}>
        {wording.t("skip")}
      </button>
      {catalog.room === "steering" ? <RoomStrip /> : null}
      <Rail />
      <Bar />
      <main ref={main} tabIndex={-1} aria-label={pageName}>
        <Suspense fallback={null}>
          <Content key={page.name} />
        </Suspense>
      </main>
      <PaletteDialog />
    </div>
  );
}
