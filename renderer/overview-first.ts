import type { Catalog, Host, Scope } from "../electron/contract.ts";
import { overviewRequests } from "./pages/overview-requests.ts";
import { readScope } from "./scope.ts";

/**
 * A host that is asked for a programme's overview before any other figure of it, by the same day and of everybody. In the steering
 * room what is shown first is hidden last: so the finding stays, whichever page a meeting opens with.
 */
export function overviewFirst(host: Host, catalog: Catalog): Host {
  const asked = new Map<string | undefined, Promise<unknown>>();
  const ask = ({ programme, cutoff }: Scope): Promise<unknown> => {
    const address = { page: "overview", ...(programme && { programme }), ...(cutoff && { cutoff }) };
    const scope = readScope(catalog, { ...address, selection: {}, params: {} });
    if (scope.programme === undefined) return Promise.resolve();
    const first = scope.programme.indicators[0];
    const requests = overviewRequests(
      catalog.indicators.find(({ name }) => name === first),
      scope,
    );
    // What goes wrong is told where the overview is opened.
    return host.figures({ scope: scope.request, figures: Object.values(requests) }).catch(() => undefined);
  };
  return {
    ...host,
    async figures(request, signal) {
      const { programme } = request.scope;
      const first = asked.get(programme) ?? ask(request.scope);
      asked.set(programme, first);
      await first;
      return host.figures(request, signal);
    },
  };
}
