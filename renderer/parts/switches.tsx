import { Monitor, Moon, Sun } from "lucide-react";
import { ToggleButton } from "react-aria-components/ToggleButton";
import { ToggleButtonGroup } from "react-aria-components/ToggleButtonGroup";
import type { Language } from "../../electron/contract.ts";
import type { ThemeChoice } from "../theme.ts";
import { useWorkbench } from "../workbench.tsx";

const themes = { system: Monitor, light: Sun, dark: Moon } as const;

/** Language and theme, at the foot of the rail. */
export function Switches() {
  const { wording, setLanguage, theme, setTheme } = useWorkbench();
  const { t, language } = wording;
  return (
    <div className="switches">
      <ToggleButtonGroup
        aria-label={t("language.label")}
        selectedKeys={[language]}
        disallowEmptySelection
        onSelectionChange={([key]) => key !== undefined && setLanguage(key as Language)}
      >
        <ToggleButton id="sv" aria-label="Svenska">
          SV
        </ToggleButton>
        <ToggleButton id="en" aria-label="English">
          EN
        </ToggleButton>
      </ToggleButtonGroup>
      <ToggleButtonGroup
        aria-label={t("theme.label")}
        selectedKeys={[theme]}
        disallowEmptySelection
        onSelectionChange={([key]) => key !== undefined && setTheme(key as ThemeChoice)}
      >
        {Object.entries(themes).map(([name, Icon]) => (
          <ToggleButton key={name} id={name} aria-label={t(`theme.${name}`)}>
            <Icon aria-hidden />
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  );
}
