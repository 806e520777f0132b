import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from "react";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { I18nextProvider, useTranslation } from "react-i18next";
import type { Catalog, Host, Language } from "../electron/contract.ts";
import type { Address } from "./address.ts";
import type { Connection } from "./host.ts";
import { createTranslations, storedLanguage, storeLanguage } from "./i18n.ts";
import { type PageScope, readScope } from "./scope.ts";
import { applyTheme, storedTheme, type ThemeChoice } from "./theme.ts";
import { goTo, useAddress } from "./use-address.ts";
import { createWording, type Wording } from "./wording.ts";

/** What every page stands on. */
export interface Workbench {
  host: Host;
  connection: Connection;
  catalog: Catalog;
  /** Asks for the catalogue anew, after something was loaded. Figures are then asked for anew too. */
  refresh(): Promise<void>;
  address: Address;
  go(address: Address, how?: "push" | "replace"): void;
  scope: PageScope;
  wording: Wording;
  setLanguage(language: Language): void;
  theme: ThemeChoice;
  setTheme(theme: ThemeChoice): void;
  /** Whether numbers that the steering room would not see are marked. Never in the steering room, which sees none of them. */
  marks: boolean;
  setMarks(marks: boolean): void;
}

const WorkbenchContext = createContext<Workbench | null>(null);

export function useWorkbench(): Workbench {
  const workbench = useContext(WorkbenchContext);
  if (workbench === null) throw new Error("useWorkbench is called outside WorkbenchProvider.");
  return workbench;
}

/** How to speak to this reader. */
export function useWording(): Wording {
  return useWorkbench().wording;
}

interface ProviderProps {
  connection: Connection;
  /** As first answered; `refresh` replaces it. */
  catalog: Catalog;
  children: ReactNode;
}

export function WorkbenchProvider(props: ProviderProps) {
  const [translations] = useState(() => createTranslations(storedLanguage() ?? props.catalog.workspace.language));
  return (
    <I18nextProvider i18n={translations}>
      <Provider {...props} />
    </I18nextProvider>
  );
}

function Provider({ connection, catalog: first, children }: ProviderProps) {
  const { t, i18n } = useTranslation();
  const language = i18n.language as Language;
  const [catalog, setCatalog] = useState(first);
  const [theme, chooseTheme] = useState(storedTheme);
  const [marks, setMarks] = useState(false);
  const address = useAddress();

  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  const refresh = useCallback(async () => setCatalog(await connection.host.catalog({})), [connection]);
  useEffect(() => connection.onRestart(() => void refresh()), [connection, refresh]);
  const setLanguage = useCallback(
    (chosen: Language) => {
      storeLanguage(chosen);
      void i18n.changeLanguage(chosen);
    },
    [i18n],
  );
  const setTheme = useCallback((chosen: ThemeChoice) => {
    applyTheme(chosen);
    chooseTheme(chosen);
  }, []);
  const wording = useMemo(
    () => createWording(language, catalog.codes, (key, values) => t(key, values ?? {}), catalog.policy.glyph),
    [language, catalog, t],
  );
  const scope = useMemo(() => readScope(catalog, address), [catalog, address]);
  const workbench = useMemo(
    () => ({
      host: connection.host,
      connection,
      catalog,
      refresh,
      address,
      go: goTo,
      scope,
      wording,
      setLanguage,
      theme,
      setTheme,
      marks: marks && catalog.room === "evaluator",
      setMarks,
    }),
    [connection, catalog, refresh, address, scope, wording, setLanguage, theme, setTheme, marks],
  );
  return (
    <WorkbenchContext value={workbench}>
      <I18nProvider locale={language === "sv" ? "sv-SE" : "en-GB"}>{children}</I18nProvider>
    </WorkbenchContext>
  );
}
