import { ShieldCheck } from "lucide-react";
import { useWorkbench } from "../workbench.tsx";
import { RoomChip } from "./room-chip.tsx";

/** Over everything else in the steering room: which room it is, whose data, and what that means. */
export function RoomStrip() {
  const { catalog, wording } = useWorkbench();
  return (
    <div className="room-strip">
      <ShieldCheck aria-hidden />
      <b>{wording.t("room.steering_label")}</b>
      <span>{catalog.workspace.name}</span>
      <RoomChip />
    </div>
  );
}
