import { ShieldCheck } from "lucide-react";
import { Button } from "react-aria-components/Button";
import { ToggleButton } from "react-aria-components/ToggleButton";
import { Tooltip, TooltipTrigger } from "react-aria-components/Tooltip";
import type { Draw } from "../figure.tsx";
import type { NamedFigure } from "../united.ts";
import { useWorkbench } from "../workbench.tsx";
import { ExportMenu } from "./export-menu.tsx";
import { type InspectorTab, inspectorTabs } from "./inspector.tsx";

interface CardActionsProps {
  own: readonly NamedFigure[];
  title: string;
  titleId: string;
  definition: string;
  draw: Draw | undefined;
  onOpen(tab: InspectorTab): void;
  asSteering: boolean;
  onAsSteering(on: boolean): void;
}

/** What is one click away from a card: what it rests on, files, and in the evaluator's room how the steering group sees it. */
export function CardActions(props: CardActionsProps) {
  const { own, title, titleId, definition, draw, onOpen, asSteering, onAsSteering } = props;
  const { catalog, wording } = useWorkbench();
  const { t } = wording;
  const tabs = inspectorTabs(catalog.room, draw !== undefined).filter((tab) => tab !== "words" && tab !== "protection");
  return (
    <span className="card-actions">
      {tabs.map((tab) => (
        <Button key={tab} className="link" onPress={() => onOpen(tab)} aria-describedby={titleId}>
          {t(`panel.${tab}`)}
        </Button>
      ))}
      {catalog.room === "steering" ? null : (
        <TooltipTrigger delay={300}>
          <ToggleButton
            className="link as-steering"
            isSelected={asSteering}
            onChange={onAsSteering}
            aria-label={`${t("suppression.as_steering")}: ${title}`}
          >
            <ShieldCheck aria-hidden />
          </ToggleButton>
          <Tooltip className="tooltip" placement="top">
            {t(asSteering ? "suppression.as_own" : "suppression.as_steering")}
          </Tooltip>
        </TooltipTrigger>
      )}
      <ExportMenu own={own} title={title} definition={definition} draw={draw} onOpen={onOpen} />
    </span>
  );
}
