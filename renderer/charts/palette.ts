/** The colours of a chart. On the screen they are the page's own tokens, so a change of theme redraws nothing. */
export interface Palette {
  ink: string;
  muted: string;
  faint: string;
  line: string;
  surface: string;
  target: string;
  /** The mark that the chart is about. */
  main: string;
  /** What is set against it. */
  other: string;
  /** A third group, where there are more than two. */
  third: string;
  /** What is there but not the point. */
  rest: string;
  /** The uncertainty around a mark. */
  interval: string;
}

export const screenPalette: Palette = {
  ink: "var(--ink)",
  muted: "var(--muted)",
  faint: "var(--faint)",
  line: "var(--line)",
  surface: "var(--surface)",
  target: "var(--target)",
  main: "var(--c1)",
  other: "var(--c2)",
  third: "var(--c3)",
  rest: "var(--rest)",
  interval: "var(--interval)",
};

/** For files: the light half of styles/tokens.css. */
export const filePalette: Palette = {
  ink: "#1c2127",
  muted: "#545d68",
  faint: "#656d77",
  line: "#e5e2dc",
  surface: "#ffffff",
  target: "#a84a16",
  main: "#17708a",
  other: "#b8770b",
  third: "#8b4f90",
  rest: "#868f99",
  interval: "#bcd7de",
};

/** The colour of a group within a group, counted from 0. Its name always stands beside it. */
export function seriesColor(palette: Palette, series: number): string {
  return [palette.main, palette.other, palette.third][series % 3] ?? palette.main;
}
