import { type MessagePortMain, type UtilityProcess, utilityProcess } from "electron";
import type { Fault, Room } from "../contract.ts";
import { Refusal } from "../refusal.ts";
import type { FromEngine, ToEngine } from "../serve/parent.ts";

export interface EngineProcess {
  /** Gives the engine one end of a channel; the page has the other. */
  connect(port: MessagePortMain): void;
  /** Offers a file or folder of this computer; resolves to the token. */
  offer(path: string): Promise<string>;
  stop(): void;
}

export interface EngineOptions {
  /** The built entry of the engine. */
  entry: string;
  /** Empty for the demonstration workspace. */
  workspace: string;
  room: Room;
  /** It died and runs again: pages must ask for new ports. */
  onRestart(): void;
  /** The workspace cannot be opened, or the engine dies again and again. It is not started any more. */
  onRefused(fault: Fault): void;
}

const PATIENCE = { deaths: 3, milliseconds: 60_000 };

/** Runs the engine in a process of its own and starts it again when it dies: a crash there costs a question, not the app. */
export function startEngine(options: EngineOptions): EngineProcess {
  const deaths: number[] = [];
  const offers = new Map<number, { resolve: (offer: string) => void; reject: (error: Refusal) => void }>();
  let lastOffer = 0;
  let stopped = false;
  let engine = fork();

  function fork(): UtilityProcess {
    const child = utilityProcess.fork(options.entry, [options.workspace, options.room], {
      serviceName: "Sammanhang engine",
      stdio: "inherit",
    });
    child.on("message", (message: FromEngine) => {
      if (message.kind === "refused") {
        refuse(message.fault);
        return;
      }
      offers.get(message.id)?.resolve(message.offer);
      offers.delete(message.id);
    });
    child.once("exit", restart);
    return child;
  }

  function restart(): void {
    if (stopped) return;
    for (const { reject } of offers.values()) reject(new Refusal(dying.code, dying.message));
    offers.clear();
    const now = Date.now();
    deaths.push(now);
    if (deaths.filter((at) => now - at < PATIENCE.milliseconds).length > PATIENCE.deaths) {
      refuse(dying);
    } else {
      engine = fork();
      options.onRestart();
    }
  }

  function refuse(fault: Fault): void {
    stopped = true;
    engine.kill();
    options.onRefused(fault);
  }

  const tell = (message: ToEngine, ports: MessagePortMain[] = []): void => engine.postMessage(message, ports);

  return {
    connect: (port) => tell({ kind: "connect" }, [port]),
    offer(path) {
      lastOffer += 1;
      const id = lastOffer;
      return new Promise((resolve, reject) => {
        offers.set(id, { resolve, reject });
        tell({ kind: "offer", id, path });
      });
    },
    stop() {
      stopped = true;
      engine.kill();
    },
  };
}

const dying: Fault = {
  code: "engine_dying",
  message: {
    sv: "Beräkningen stannar gång på gång och har stängts av. Arbetsytan är oskadd. Starta om Sammanhang.",
    en: "The engine stops again and again and has been turned off. The workspace is unharmed. Start Sammanhang again.",
  },
};
