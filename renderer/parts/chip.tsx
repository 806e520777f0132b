import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "react-aria-components/Button";
import { Dialog, DialogTrigger } from "react-aria-components/Dialog";
import { Popover } from "react-aria-components/Popover";
import type { Room } from "../../electron/contract.ts";

interface ChipProps {
  label: string;
  value: string;
  /** Of the chip that says in which room one is. */
  room?: Room;
  /** What opens below: given a way to close itself. */
  children: (close: () => void) => ReactNode;
}

/** A part of the page's scope in the bar: says what it is and opens what changes it. */
export function Chip({ label, value, room, children }: ChipProps) {
  return (
    <DialogTrigger>
      <Button className={room === undefined ? "chip" : "chip room"} data-room={room}>
        {room === "steering" ? null : <span>{label}</span>} <b>{value}</b>
        <ChevronDown aria-hidden />
      </Button>
      <Popover className="popover" placement="bottom start">
        <Dialog className="popover-dialog" aria-label={label}>
          {({ close }) => children(close)}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
