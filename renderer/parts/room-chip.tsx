import { DoorOpen } from "lucide-react";
import { useState } from "react";
import { Button } from "react-aria-components/Button";
import { Switch } from "react-aria-components/Switch";
import { onPage, writeAddress } from "../address.ts";
import { openSteeringWindow, type SteeringOpened } from "../open-steering.ts";
import { useWorkbench } from "../workbench.tsx";
import { Chip } from "./chip.tsx";
import { FaultNotice } from "./fault-notice.tsx";

/** As the shell's menu has it. */
const steeringKeys = /mac/i.test(navigator.userAgent) ? "⇧ ⌘ S" : "Ctrl + Shift + S";

/** Which room this is and what that means; from the evaluator's, the way into the steering group's. */
export function RoomChip() {
  const { address, catalog, wording } = useWorkbench();
  const { t } = wording;
  const { room } = catalog;
  return (
    <Chip label={t("bar.room")} value={t(room === "steering" ? "room.about" : "room.evaluator")} room={room}>
      {(close) => (
        <div className="room-popover">
          <p className="popover-text">{t(`room.${room}_means`)}</p>
          {room === "evaluator" ? <EvaluatorRoom /> : null}
          <a href={writeAddress(onPage(address, "policy"))} onClick={close}>
            {t("room.policy")}
          </a>
        </div>
      )}
    </Chip>
  );
}

function EvaluatorRoom() {
  const { connection, marks, setMarks, wording } = useWorkbench();
  const { t } = wording;
  const [opened, setOpened] = useState<SteeringOpened | null>(null);
  const { openSteering } = connection;
  return (
    <>
      <Switch className="switch-line" isSelected={marks} onChange={setMarks}>
        <i aria-hidden />
        <span>
          {t("room.marks")}
          <small>{t("room.marks_note")}</small>
        </span>
      </Switch>
      {openSteering === null ? (
        <p className="popover-quiet">{t("room.open_menu", { keys: steeringKeys })}</p>
      ) : (
        <Button
          className="button primary"
          onPress={() => {
            setOpened(null);
            void openSteeringWindow(openSteering).then(setOpened);
          }}
        >
          <DoorOpen aria-hidden />
          {t("room.open")}
        </Button>
      )}
      <div aria-live="polite">
        {opened?.state === "opened" ? <p className="popover-quiet">{t("room.opened")}</p> : null}
        {opened?.state === "blocked" ? (
          <p className="popover-quiet">
            {t("room.blocked")}{" "}
            <a href={opened.address} target="_blank" rel="noreferrer">
              {t("room.address")}
            </a>
          </p>
        ) : null}
      </div>
      {opened?.state === "failed" ? <FaultNotice fault={opened.fault} /> : null}
    </>
  );
}
