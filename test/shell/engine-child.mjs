// Runs the built engine in a process of its own as Electron's utility process would, with Node's channel for Electron's.

/** Keeps what comes until somebody listens, as a message port does. */
function mailbox() {
  const listeners = [];
  const waiting = [];
  return {
    deliver: (event) => (listeners.length > 0 ? listeners.map((listener) => listener(event)) : waiting.push(event)),
    listen(listener) {
      listeners.push(listener);
      for (const event of waiting.splice(0)) listener(event);
    },
  };
}

const parent = mailbox();
const ports = new Map();

process.parentPort = {
  postMessage: (data) => process.send({ to: "parent", data }),
  on: (_event, listener) => parent.listen(listener),
};

process.on("message", ({ to, data, port }) => {
  if (to === "port") portOf(port).box.deliver({ data });
  else parent.deliver({ data, ports: port === undefined ? [] : [portOf(port)] });
});

function portOf(port) {
  if (!ports.has(port)) {
    const box = mailbox();
    ports.set(port, {
      box,
      postMessage: (data) => process.send({ to: "port", port, data }),
      on: (event, listener) => event === "message" && box.listen(listener),
      start: () => {},
    });
  }
  return ports.get(port);
}

// The arguments of the engine stand where Electron puts them.
const [node, , entry, workspace, room] = process.argv;
process.argv = [node, entry, workspace, room];
await import(entry);
