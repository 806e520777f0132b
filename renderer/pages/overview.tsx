/** The finding of a programme on one screen. */
export function OverviewPage() {
  return <h1>…</h1>;
}
