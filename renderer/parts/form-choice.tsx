import { Header } from "react-aria-components/Header";
import { MenuItem, MenuSection } from "react-aria-components/Menu";
import type { FileForm } from "../export/forms.ts";
import { useWording } from "../workbench.tsx";

interface FormChoiceProps {
  forms: readonly FileForm[];
  form: FileForm;
  onForm(form: FileForm): void;
}

/** The forms that a file can have, as a part of a menu; choosing one leaves the menu open. */
export function FormChoice({ forms, form, onForm }: FormChoiceProps) {
  const { t } = useWording();
  return (
    <MenuSection
      selectionMode="single"
      disallowEmptySelection
      shouldCloseOnSelect={false}
      selectedKeys={[form]}
      onSelectionChange={(keys) => {
        const chosen = forms.find((each) => keys !== "all" && keys.has(each));
        if (chosen !== undefined) onForm(chosen);
      }}
    >
      <Header>{t("form.choose")}</Header>
      {forms.map((each) => (
        <MenuItem key={each} id={each} textValue={t(`form.${each}`)}>
          <b>{t(`form.${each}`)}</b>
          <span>{t(`form.${each}_means`)}</span>
        </MenuItem>
      ))}
    </MenuSection>
  );
}
