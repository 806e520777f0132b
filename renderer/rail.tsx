import { Fragment } from "react";
import { onPage, writeAddress } from "./address.ts";
import { findPage, pagesOf } from "./pages/pages.ts";
import { Switches } from "./parts/switches.tsx";
import { useWorkbench } from "./workbench.tsx";

/** The pages, at the left. Links are real: they can be opened in a tab of their own and go through the history. */
export function Rail() {
  const { address, catalog, wording } = useWorkbench();
  const pages = pagesOf(catalog.room);
  const current = findPage(address.page, catalog.room);
  return (
    <nav className="rail" aria-label={wording.t("rail.label")}>
      <div className="brand" title={catalog.workspace.name}>
        <i aria-hidden />
        <span>Sammanhang</span>
      </div>
      {pages.map((page, index) => (
        <Fragment key={page.name}>
          {page.tool && pages[index - 1]?.tool === false ? <hr /> : null}
          <a
            href={writeAddress(onPage(address, page.name))}
            aria-current={page === current ? "page" : undefined}
            onPointerEnter={page.preload}
            onFocus={page.preload}
          >
            <page.icon aria-hidden />
            <span>{wording.t(`page.${page.name}`)}</span>
          </a>
        </Fragment>
      ))}
      <div className="rail-foot">
        <span className="rail-local">{wording.t("rail.local")}</span>
        <Switches />
      </div>
    </nav>
  );
}
