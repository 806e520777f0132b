/**
 * What a page (or the command line) may ask of the engine, and in which shape the answer comes.
 *
 * Types only. Everything here crosses a process or network boundary, so everything is plain JSON or Arrow IPC bytes.
 */

export type Language = "sv" | "en";

/** A sentence or a name in both languages of the product. */
export interface Text {
  sv: string;
  en: string;
}

/** A parameter's value as it stands in JSON. Dates are `YYYY-MM-DD`. */
export type Value = string | number | boolean | null | Value[];

/** What JSON can hold: a definition as it stands in its file. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** Which room a session belongs to. It is fixed when the session opens and no request can change it. */
export type Room = "evaluator" | "steering";

/**
 * What went wrong, told to an evaluator: what happened, to which thing, what to do. `detail` is the database's own text
 * where there is one. No message repeats a value from a participant's row.
 */
export interface Fault {
  code: string;
  message: Text;
  detail?: string;
  /** Each thing that is wrong, where what was sent can be wrong in several places. */
  problems?: Problem[];
}

/** Which rows a page looks at: a column of `known_enrolment` and the codes that are kept. Absent means all. */
export type Selection = Record<string, string[]>;

/** What all figures of a page share. A missing programme is the only one loaded; a missing cut-off is its `as_of`. */
export interface Scope {
  programme?: string;
  cutoff?: string;
  selection?: Selection;
}

/** A part of a Table. The engine sorts, filters and cuts; the page never does. */
export interface TableWindow {
  offset?: number;
  limit?: number;
  sort?: { column: string; descending?: boolean }[];
  /** Rows whose column, as text, contains this text, whatever its case; or is one of these, as codes are looked for by name. */
  filter?: ({ column: string; contains: string } | { column: string; oneOf: string[] })[];
}

export interface ViewRequest {
  view: string;
  /** The view's own parameters. `programme`, `cutoff` and `selection` come from the scope unless they are given here. */
  params?: Record<string, Value>;
  window?: TableWindow;
}

export type Denominator = "enrolled" | "exited" | "exited_known" | "due" | "reached" | "respondents" | "pairs";

export interface IndicatorRequest {
  indicator: string;
  by?: string[];
  /** Takes the place of the definition's own. */
  denominator?: Denominator;
  /** Takes the place of the scope's cut-off and the definition's. */
  cutoff?: string;
  /**
   * Adds the totals over each grouping column, marked by `margin`. `each` divides by each column alone: a row has its group in one
   * of them and null in the others, and the last row, marked, is the total.
   */
  margins?: boolean | "each";
  /** Holds the groups of one column against the programme and the rest of it, in place of `by` and `margins`. */
  compare?: string;
  /** With `compare`: each group against each other, one row a pair. */
  pairs?: boolean;
  /** With `compare`, of a share: columns, at most four, whose mix is made the same in all units; the crude estimate stands beside. */
  standardise?: string[];
  /** A definition that is not saved, to see its effect first. Its name is the request's. */
  draft?: Json;
  window?: TableWindow;
}

export type FigureRequest = ViewRequest | IndicatorRequest;

/** All figures of a page at once: what is shown together is protected together. */
export interface FiguresRequest {
  scope: Scope;
  figures: FigureRequest[];
  /**
   * In the evaluator's room. `steering`: answered as the steering room would be, to see what it would hide and why; nothing is
   * remembered of it. Else as they may leave the room, in a file.
   */
  as?: "steering" | ExportForm;
}

/**
 * How figures leave the evaluator's room: `suppress` as the steering group is shown them, and remembered as shown; with all counts
 * rounded to base 5; or with noise by cell keys.
 */
export type ExportForm = "suppress" | "round" | "cell_key";

/** What was done to the counts of a Table before it left the evaluator's room, in place of hiding cells. */
export interface ChangedCounts {
  form: Exclude<ExportForm, "suppress">;
  /** Counts are multiples of it. */
  base?: number;
  /** Counts are at most this far from what they were. */
  most?: number;
  /** What a reader must know. */
  message: Text;
}

export interface SqlRequest {
  sql: string;
  window?: TableWindow;
}

export interface LoadRequest {
  /** What the shell answered when the file or folder was offered. */
  offer: string;
  /** Chosen by the caller, so that it can ask for progress. */
  job: string;
  /** Codes of warnings that the evaluator has looked at and confirms. */
  confirm?: string[];
}

/** How far a job has come. `total` is missing while it cannot be known. */
export interface Progress {
  state: "waiting" | "running" | "done" | "unknown";
  step?: Text;
  done?: number;
  total?: number;
  unit?: "bytes" | "rows" | "tables";
  /** Since the job began. */
  milliseconds?: number;
}

/** A place in a delivered package. `line` counts from 1, the header's; a value is never part of it. */
export interface LoadFinding {
  file: string;
  line: number | null;
  column: string | null;
  rule: string;
  message: Text;
}

/** What was done with a delivered package, kept with the extract. */
export interface LoadReport {
  verdict: "accepted" | "refused";
  /** SHA-256 of the package's tables; null where the package could not be read far enough to tell. */
  extract: string | null;
  programme: string | null;
  as_of: string | null;
  /** How each table's file was read. */
  tables: {
    table: string;
    file: string;
    rows: number;
    kept: number;
    set_aside: number;
    encoding?: string;
    delimiter?: string;
  }[];
  /** At most 1 000 rows are listed; `tables` has the whole count. */
  set_aside: LoadFinding[];
  flags: { rule: string; table: string; count: number; message: Text }[];
  refusals: LoadFinding[];
  /** Warnings that stop the load until they are confirmed by their code. */
  confirmations: { code: string; message: Text; findings: LoadFinding[] }[];
  notes: Text[];
  /** The package was here already; nothing changed. */
  already_loaded?: boolean;
}

/** Roles that disclosure control and charts need (queries/README). */
export type Role = "by" | "base" | "count" | "share" | "mean" | "interval" | "time";

export interface ColumnMeta {
  name: string;
  /** As DuckDB says it, lower case. */
  type: string;
  label: Text;
  /** What the column means, from the view's header. */
  description?: Text;
  role?: Role;
  /** Of a column with the role by: its codes do not divide persons, as subscales, waves, steps and denominators do not. */
  measure?: boolean;
  /**
   * Numerator and denominator of a share, from `[share k/n]`, and of a limit of one, from `[interval k/n]`; of a mean, from `[mean k/n]`,
   * the part of the base that it is of.
   */
  of?: { count: string; base: string };
  /** From `[interval mean]`: it tells of the persons whom the row's mean is of, and of nobody else. */
  of_mean?: boolean;
  unit?: "persons" | "share" | "years" | "days" | "hours" | "rows" | "score";
  /** The code list in the catalogue that names this column's values. In a view's entry `$by`: the one that its parameter `by` chooses. */
  codes?: string;
}

export interface ParamMeta {
  name: string;
  type: string;
  /** As written in the header; null means that the page's scope or the data decide. */
  default: Value;
  description: Text;
  label: Text;
  /** The codes to choose from, where the header names a list. */
  codes?: string;
  /** Filled from the page's scope, so no form field is needed. */
  scope?: boolean;
}

/** Which chart draws a table, and which columns go where. */
export interface ChartMeta {
  kind: string;
  channels: Record<string, string>;
}

export interface ExtractMeta {
  extract: string;
  programme: string;
  as_of: string;
  completeness: "preliminary" | "final";
  supplied_by: string;
  note: string | null;
  /** The manifest says that the data are made up. */
  synthetic: boolean;
  /** Columns that the workspace has made coarser than they were delivered, so that persons are harder to tell apart. */
  coarsened?: CoarsenedColumn[];
}

export interface CoarsenedColumn {
  /** `dates` are all days of a person. */
  column: string;
  way: "band" | "month" | "rare" | "leave_out";
  /** Codes of fewer persons are rare. */
  fewer_than?: number;
  /** The lowest age of each group. */
  from?: number[];
  /** What was done, and what can no longer be computed. */
  message: Text;
}

/** What makes figures unlike, and what to do about it. What `blocks` must not be compared; the rest is told beside the figures. */
export interface Caution {
  code:
    | "indicator"
    | "definition"
    | "denominator"
    | "instrument"
    | "cutoff"
    | "modes"
    | "as_of"
    | "completeness"
    | "synthetic";
  blocks: boolean;
  message: Text;
}

/** What a Table says about itself: JSON under the key `sammanhang` of the Arrow schema's metadata. */
export interface TableMeta {
  kind: "view" | "indicator" | "sql";
  name: string;
  title: Text;
  description?: Text;
  /** The indicator's definition as one plain sentence with the numbers of the whole group. */
  sentence?: Text;
  /** Runs as pasted: parameters stand in it as literals. */
  sql: string;
  params: Record<string, Value>;
  programme: string | null;
  cutoff: string | null;
  selection: Selection;
  extracts: ExtractMeta[];
  /** Version and SHA-256 of the view's or indicator's text. */
  definition?: { version: number; hash: string };
  /** Of an indicator: of whom, and which questionnaire it reads. */
  counted?: { denominator: Denominator; survey: { instrument: string; wave: string } | null };
  /** Of a comparison: what makes its units unlike. */
  cautions?: Caution[];
  columns: ColumnMeta[];
  chart?: ChartMeta;
  /** Rows of the whole answer, of which this Table is a part. */
  rows: number;
  /** The answer was cut at the row limit. */
  truncated: boolean;
  milliseconds: number;
  room: Room;
  /** Rows set aside at the load, for the tables that this answer reads. */
  set_aside: { table: string; count: number }[];
  product: string;
  database: string;
  /** The figure could not be computed; the Table then has no columns. */
  fault?: Fault;
  /** Names of hidden columns by row of this Table; only rows that have any. What is hidden is null in the Table. */
  suppressed?: Record<string, string[]>;
  changed?: ChangedCounts;
  /** Why, by row and column. Never told in the steering room, where one reason would give another away. */
  reasons?: Record<string, Record<string, SuppressionReason>>;
  /** Of what is hidden because of earlier figures: which, by row and column. Never told in the steering room. */
  earlier?: { figures: EarlierFigure[]; cells: Record<string, Record<string, EarlierCause>> };
}

/**
 * Too few, or what would give a hidden cell away, or what could not be decided in time, or what an earlier figure would be
 * unmasked by.
 */
export type SuppressionReason = "primary" | "secondary" | "undecided" | "earlier";

/** A figure that the steering group has been shown. */
export interface EarlierFigure {
  /** When, ISO 8601. */
  at: string;
  figure: Text;
  /** Of whom, and by which day. */
  scope: Text;
}

/** What a cell that is hidden because of earlier figures has to do with them. */
export interface EarlierCause {
  /**
   * `unmasks`: together with them it would tell of somebody, and without any of them it would not; `hidden_before`: it was hidden in
   * them, and stays so; `undecided`: which they are was not found.
   */
  kind: "unmasks" | "hidden_before" | "undecided";
  /** Places among the Table's earlier figures. */
  figures: number[];
  /** Who would be told of, where it unmasks. */
  told?: Text;
  /** The least and the largest count that it could be then; none where it is a mean. */
  bounds?: { low: number; high: number };
  /** It takes other cells of the same page too. */
  withOthers?: boolean;
  /** Only somebody who is alone in a cell could tell. */
  toOne?: boolean;
}

/** An answer of the steering room, as an evaluator reads it. */
export interface ShownAnswer {
  /** When, ISO 8601. */
  at: string;
  programme: string;
  figures: Text[];
  /** Of whom, and by which day. */
  scope: Text;
  /** Cells. */
  shown: number;
  hidden: number;
}

export interface ViewEntry {
  name: string;
  title: Text;
  description: Text;
  params: ParamMeta[];
  columns: ColumnMeta[];
  chart?: ChartMeta;
  /** The file's text. */
  sql: string;
  checks: string[];
  /** Its rows are about the organisation, so that there is nobody to protect. */
  about?: "organisation";
  /** Columns whose values say what its means are of, from `@means`: those of other views with the same are of the same. */
  means?: string[];
  origin: "shipped" | "workspace";
}

export interface IndicatorEntry {
  name: string;
  version: number;
  title: Text;
  description: Text;
  kind: "share" | "count" | "mean" | "change" | "milestone";
  better: "higher" | "lower" | "neither";
  /** Those that list it. One of the workspace that none lists applies to any. */
  programmes: string[];
  denominator: Denominator;
  /** Columns that it may be grouped by. */
  breakdowns: string[];
  /** The nearest of the Social Fund's common indicators, and how well it fits. */
  esf: { code: string; fit: "exact" | "near" | "none" } | null;
  /** Its own, in every programme. A programme's targets for it are the programme's. */
  targets: OwnTarget[];
  source: string;
  /** The whole definition with all its fields present, as JSON. */
  definition: Json;
  /** Versions that the workspace keeps, this one last. Shipped definitions have one. */
  versions: { version: number; definition: Json }[];
  origin: "shipped" | "workspace";
}

/** From what is put in to what lasts. */
export type TheoryColumn =
  | "resources"
  | "activities_organisation"
  | "activities_individual"
  | "outcomes"
  | "short_term"
  | "long_term";

/** A box of a theory of change. Without indicators and milestones it is a claim that nothing shows. */
export interface TheoryNode {
  id: string;
  column: TheoryColumn;
  title: Text;
  text: Text | null;
  indicators: string[];
  milestones: { title: Text; due_on: string | null }[];
}

export interface Theory {
  source: string;
  nodes: TheoryNode[];
  /** What feeds what. */
  edges: { from: string; to: string }[];
}

/** An aim without a number. */
export interface Goal {
  goal: string;
  title: Text;
  indicators: string[];
  source: string;
}

/** A target as an indicator itself has it. */
export type OwnTarget = Omit<Target, "indicator">;

export interface Target {
  indicator: string;
  value: number;
  unit: "share" | "count" | "score";
  comparator: ">=" | "=" | "<=";
  scope: Record<string, string>;
  valid_from?: string;
  valid_to?: string;
  title?: Text;
  source: string;
}

export interface ProgrammeEntry {
  name: string;
  version: number;
  title: Text;
  description: Text;
  starts_on: string;
  ends_on: string;
  municipalities: string[];
  indicators: string[];
  targets: Target[];
  /** Days that reports have used, offered where a cut-off is chosen. */
  cutoffs: { on: string; title: Text }[];
  funder: Text;
  /** Swedish kronor. */
  budget: { total: number | null; support: number | null; note: Text | null; source: string } | null;
  /** The funder's reference numbers. */
  references: string[];
  target_group: Text;
  goals: Goal[];
  /** What a reader must know before using the programme's own figures. */
  caveats: { text: Text; source: string }[];
  theory: Theory | null;
  source: string;
  /** Has at least one extract in this workspace. */
  loaded: boolean;
  origin: "shipped" | "workspace";
}

export interface ExtractEntry extends ExtractMeta {
  /** Rows kept, by table. */
  tables: { table: string; rows: number; set_aside: number }[];
  loaded_at: string;
  /** The latest of its programme and supplier; earlier ones are kept for comparison. */
  current: boolean;
  /** The extract's own report, as at the load. */
  report: LoadReport;
}

/**
 * A definition to be kept in the workspace, as its file will hold it. A coarsening is `{programme, supplied_by, steps: [{column,
 * way, fewer_than?}]}` and takes the place of what that supplier's extracts had; without steps they are as delivered again.
 */
export interface SaveRequest {
  kind: "indicator" | "coarsening";
  definition: Json;
}

/** Either it is kept, under the version that it got, or every problem is told and nothing has changed. */
export interface SaveReport {
  saved: { name: string; version: number } | null;
  problems: Problem[];
}

/** Something that is wrong with a file of the library, a definition or an extract. The rest goes on working. */
export interface Problem {
  file: string;
  /** The spot in the file: a line, or a JSON path. */
  where?: string;
  message: Text;
}

export interface Code {
  code: string;
  title: Text;
}

/** What may leave the evaluator's room, as `workspace.json` has it. Numbers are persons. */
export interface Policy {
  /** Smallest count that is shown; nought is. */
  smallest_count: number;
  /** Smallest base of a share. */
  smallest_base: number;
  /** Smallest n of a mean. */
  smallest_n_mean: number;
  /** What stands in place of a hidden number. */
  glyph: string;
  /** Whether none or all of a group is hidden too. */
  hide_uniform: boolean;
  /** Exit reasons that the steering room shows as `other`. */
  sensitive_exit_reasons: string[];
  /** The form of a file that is offered first. */
  exports: ExportForm;
}

/** A questionnaire: how its answers are read and become scores. Its wording is nobody's to ship. */
export interface ScaleEntry {
  name: string;
  version: number;
  title: Text;
  description: Text;
  source: string;
  /** Whose it is, and what may be done with it; shown wherever its figures are. Null where nobody claims it. */
  licence: Text | null;
  items: number;
  /** How many of them are reversed. */
  reversed: number;
  /** What its items make up, `total` first, with the range of the score and how many items may be missing; none where each stands for itself. */
  subscales: { name: string; items: number; may_miss: number; lowest: number; highest: number }[];
  score: "sum" | "mean" | "none";
  /** The answers go from `lowest` to `highest`. */
  lowest: number;
  highest: number;
  /** The lowest answer that counts as agreeing; null where the items are no statements. */
  agrees_from: number | null;
  /** Items whose placement in subscales no source has confirmed. */
  unverified: { items: string[]; note: Text } | null;
  origin: "shipped" | "workspace";
}

export interface Catalog {
  workspace: { name: string; language: Language };
  room: Room;
  policy: Policy;
  product: string;
  views: ViewEntry[];
  indicators: IndicatorEntry[];
  programmes: ProgrammeEntry[];
  scales: ScaleEntry[];
  extracts: ExtractEntry[];
  /** What codes are called, by code list. */
  codes: Record<string, Code[]>;
  /** What typed SQL may name: columns by table or view, and functions, views with parameters among them. */
  sql: { tables: Record<string, string[]>; functions: string[] };
  problems: Problem[];
}

/** Two deliveries of one supplier, each by its SHA-256 or enough of it. */
export interface DiffRequest {
  before: string;
  after: string;
}

/** What changed between two deliveries of one supplier: counts and figures, never persons or keys. */
export interface DeliveryDiff {
  before: ExtractMeta;
  after: ExtractMeta;
  tables: TableChange[];
  figures: FigureChange[];
  /** What else makes the two unlike. */
  cautions: Caution[];
}

/** How the rows of a table differ between two deliveries. Counts alone. */
export interface TableChange {
  table: string;
  before: number;
  after: number;
  /** Rows that the earlier one does not have. */
  new: number;
  /** Rows that the later one does not have. */
  gone: number;
  /** Rows with the same key and other values; null where rows have no key, so that a changed row is one gone and one new. */
  changed: number | null;
}

/** An indicator, or one of its targets, before and after. A null was not to be had. */
export interface FigureChange {
  indicator: string;
  /** Each delivery on its own day, both on the earlier day, or two versions of the definition on the later delivery. */
  comparison: "own_day" | "common_day" | "definition";
  /** A target of the indicator: what was promised, and of whom. Null is the indicator itself. */
  target: { value: number; unit: string; comparator: string; scope: Record<string, string> } | null;
  before: FigureSide;
  after: FigureSide;
  /** Of the estimates; null where one of them is not to be had or the two must not be compared. */
  difference: number | null;
  /** Other data, another version of the definition, or because it is hidden in one of them. */
  causes: ("data" | "definition" | "policy")[];
}

export interface FigureSide {
  cutoff: string | null;
  version: number | null;
  n: number | null;
  k: number | null;
  estimate: number | null;
  attained: string | null;
  /** By itself it would be hidden from the steering group. */
  hidden: boolean;
}

/**
 * How a page asks. Each method takes one plain request and resolves to plain JSON, or to bytes; a rejection is an error
 * that carries a Fault. An aborted signal stops the work in the database too.
 */
export interface Host {
  catalog(request: Record<string, never>, signal?: AbortSignal): Promise<Catalog>;
  /** One Arrow IPC stream for each figure asked for, in order, each behind its length as four bytes, little endian. */
  figures(request: FiguresRequest, signal?: AbortSignal): Promise<Uint8Array>;
  /** One Arrow IPC stream. */
  sql(request: SqlRequest, signal?: AbortSignal): Promise<Uint8Array>;
  load(request: LoadRequest, signal?: AbortSignal): Promise<LoadReport>;
  progress(request: { job: string }, signal?: AbortSignal): Promise<Progress>;
  /** Keeps what a person wrote as text in the workspace. */
  save(request: SaveRequest, signal?: AbortSignal): Promise<SaveReport>;
  /** Two deliveries, of which one is not current and so in no figure: no view can compare them. The evaluator's room only. */
  diff(request: DiffRequest, signal?: AbortSignal): Promise<DeliveryDiff>;
  /** All that steering sessions of the workspace have been shown, the latest first. The evaluator's room only. */
  ledger(request: Record<string, never>, signal?: AbortSignal): Promise<ShownAnswer[]>;
}

/** What Electron's preload script gives the page, as `window.sammanhang`; a plain browser has none. */
export interface Bridge {
  /** Offers files by where they lie on this computer; the page learns only the token. `names` are relative. */
  offer(names: string[], files: File[]): Promise<{ offer: string } | { fault: Fault }>;
}
