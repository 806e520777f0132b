import { spawnBuilt } from "../cli/spawned.ts";
import { demonstration, temporaryFolder } from "../cli/workspace.ts";

export interface ServedApp {
  /** To be opened once: it holds the token. */
  address: string;
  /** The workspace's folder. */
  workspace: string;
  close(): Promise<void>;
}

/** The built app on a demonstration workspace of its own, as a person starts it. */
export async function serveDemonstration(): Promise<ServedApp> {
  const { folder, remove } = await temporaryFolder();
  const workspace = await demonstration(folder);
  const web = spawnBuilt("cli.js", ["web", "--workspace", workspace, "--no-open"]);
  const address = await new Promise<string>((resolve, reject) => {
    web.child.stdout?.on("data", () => {
      const [found] = /http:\S+/.exec(web.said()) ?? [];
      if (found !== undefined) resolve(found);
    });
    void web.ended.then(({ stderr }) => reject(new Error(`The web shell ended: ${stderr}`)));
  });
  return {
    address,
    workspace,
    async close() {
      web.child.kill("SIGINT");
      await web.ended;
      await remove();
    },
  };
}
