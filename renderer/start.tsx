import { useEffect, useState } from "react";
import type { Catalog, Fault, Language } from "../electron/contract.ts";
import { App } from "./app.tsx";
import { faultOf } from "./fault.ts";
import type { Connection } from "./host.ts";
import { storedLanguage } from "./i18n.ts";
import { overviewFirst } from "./overview-first.ts";
import { openingAddress } from "./scope.ts";
import { goTo } from "./use-address.ts";
import { WorkbenchProvider } from "./workbench.tsx";

interface Opened {
  connection: Connection;
  catalog: Catalog;
}

/** Waits for the engine and its catalogue; a fault on the way is told in plain words, since nothing else is there yet. */
export function Start({ opening }: { opening: Promise<Opened> }) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);

  useEffect(() => {
    opening.then(
      (answer) => {
        openFirst(answer.catalog);
        setOpened(inRoom(answer));
      },
      (error: unknown) => setFault(faultOf(error)),
    );
  }, [opening]);

  if (opened !== null) {
    return (
      <WorkbenchProvider connection={opened.connection} catalog={opened.catalog}>
        <App />
      </WorkbenchProvider>
    );
  }
  return fault === null ? <Opening /> : <Closed fault={fault} language={storedLanguage() ?? "sv"} />;
}

function inRoom({ connection, catalog }: Opened): Opened {
  if (catalog.room === "evaluator") return { connection, catalog };
  return { connection: { ...connection, host: overviewFirst(connection.host, catalog) }, catalog };
}

/** The shell's shape, so that nothing moves when it comes. */
function Opening() {
  return (
    <div className="app" aria-busy="true">
      <div className="rail">
        <div className="brand">
          <i aria-hidden />
          Sammanhang
        </div>
      </div>
      <div className="bar" />
      <main />
    </div>
  );
}

function Closed({ fault, language }: { fault: Fault; language: Language }) {
  return (
    <main className="closed" role="alert">
      <h1>{fault.message[language]}</h1>
      {fault.detail === undefined ? null : <pre>{fault.detail}</pre>}
      <button type="button" className="button" onClick={() => location.reload()}>
        {language === "sv" ? "Försök igen" : "Try again"}
      </button>
    </main>
  );
}

/** A first visit has no address yet. */
function openFirst(catalog: Catalog): void {
  if (location.hash === "") goTo(openingAddress(catalog, "overview"), "replace");
}
