import "@fontsource-variable/inter/wght.css";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/shell.css";
import "./styles/controls.css";
import "./styles/page.css";
import "./styles/panel.css";
import "./styles/sources.css";
import "./styles/steering.css";
import "./styles/views.css";
import "./styles/print.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { readAddress } from "./address.ts";
import { connectHost } from "./host.ts";
import { pages } from "./pages/pages.ts";
import { Start } from "./start.tsx";
import { applyTheme, storedTheme } from "./theme.ts";

applyTheme(storedTheme());
// Code and data come at the same time rather than one after the other.
pages.find(({ name }) => name === readAddress(location.hash).page)?.preload();
const opening = connectHost().then(async (connection) => ({ connection, catalog: await connection.host.catalog({}) }));

createRoot(document.getElementById("root") as HTMLElement).render(
  <StrictMode>
    <Start opening={opening} />
  </StrictMode>,
);
