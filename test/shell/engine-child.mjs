// Runs the built engine in a process of its own as Electron's utility process would, with Node's channel for Electron's.
const listeners = [];
const ports = new Map();

process.parentPort = {
  postMessage: (data) => process.send({ to: "parent", data }),
  on: (_event, listener) => listeners.push(listener),
};

process.on("message", ({ to, data, port }) => {
  if (to === "port") for (const listener of ports.get(port) ?? []) listener({ data });
  else for (const listener of listeners) listener({ data, ports: port === undefined ? [] : [portOf(port)] });
});

function portOf(port) {
  const heard = [];
  ports.set(port, heard);
  return {
    postMessage: (data) => process.send({ to: "port", port, data }),
    on: (event, listener) => event === "message" && heard.push(listener),
    start: () => {},
  };
}

// The arguments of the engine stand where Electron puts them.
const [, , entry, workspace, room] = process.argv;
process.argv = [process.argv[0], entry, workspace, room];
await import(entry);
