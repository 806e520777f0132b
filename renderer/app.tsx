import { Suspense, useEffect, useRef } from "react";
import { Bar } from "./bar.tsx";
import { findPage } from "./pages/pages.ts";
import { PaletteDialog } from "./palette.tsx";
import { Rail } from "./rail.tsx";
import { useWorkbench } from "./workbench.tsx";

/** The shell: rail, bar, and the page that the address names. */
export function App() {
  const { address, catalog, wording } = useWorkbench();
  const page = findPage(address.page);
  const Content = page.component;
  const main = useRef<HTMLElement>(null);
  const pageName = wording.t(`page.${page.name}`);

  useEffect(() => {
    document.title = `${pageName} · ${catalog.workspace.name} · Sammanhang`;
  }, [pageName, catalog.workspace.name]);

  return (
    <div className="app" data-room={catalog.room}>
      <button type="button" className="skip" onClick={() => main.current?.focus()}>
        {wording.t("skip")}
      </button>
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
