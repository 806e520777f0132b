import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadPackage } from "../../electron/intake/load.ts";
import { createWorkspace, type Workspace } from "../../electron/workspace.ts";

export interface Delivery {
  programme?: string;
  as_of: string;
  supplied_by?: string;
  /** Rows as they stand in the files, without their headings. */
  participant: string[];
  enrolment: string[];
  outcome?: string[];
}

const HEADINGS = {
  participant:
    "participant,sex_at_enrolment,birth_year,foreign_born,foreign_background,disability,education,compulsory_complete,upper_secondary_complete",
  enrolment:
    "enrolment,participant,municipality,started_on,ended_on,exit_reason,age_at_start,inflow_route,target_group,status_at_start,income_at_start,eligible",
  outcome: "enrolment,kind,started_on,ended_on,evidence,sector",
};

/** A workspace that goes when `remove` is called. */
export async function emptyWorkspace(): Promise<{ workspace: Workspace; remove(): Promise<void> }> {
  const parent = await mkdtemp(join(tmpdir(), "deliveries-"));
  const workspace = await createWorkspace(join(parent, "arbetsyta"), { name: "Prov", language: "sv", programmes: [] });
  return { workspace, remove: () => rm(parent, { recursive: true, force: true }) };
}

/** Loads a delivery that is written row by row, and answers with its SHA-256. */
export async function deliver(workspace: Workspace, delivery: Delivery): Promise<string> {
  const {
    programme = "varmlands-arbetskraft-2",
    as_of,
    supplied_by = "Enheten",
    participant,
    enrolment,
    outcome,
  } = delivery;
  const source = await mkdtemp(join(tmpdir(), "delivery-"));
  const folder = join(source, "package");
  await mkdir(folder);
  const tables = { participant, enrolment, ...(outcome && { outcome }) };
  for (const [table, rows] of Object.entries(tables)) {
    const heading = HEADINGS[table as keyof typeof HEADINGS];
    await writeFile(join(folder, `${table}.csv`), `${[heading, ...rows].join("\n")}\n`);
  }
  const rows = Object.fromEntries(Object.entries(tables).map(([table, { length }]) => [table, length]));
  const manifest = { format: "sammanhang-extract/1", programme, as_of, completeness: "preliminary", supplied_by, rows };
  await writeFile(join(folder, "extract.json"), JSON.stringify({ ...manifest, items: "raw" }));
  try {
    const report = await loadPackage({ workspace, source: folder });
    if (report.verdict !== "accepted") throw new Error(JSON.stringify(report.refusals));
    return report.extract!;
  } finally {
    await rm(source, { recursive: true, force: true });
  }
}

export function person(name: string, education = "ISCED0_2"): string {
  return `${name},F,2001,N,N,N,${education},Y,N`;
}

export function stay(name: string, of: string, end = ",", started_on = "2021-02-01"): string {
  return `${name},${of},1781,${started_on},${end},20,pes,,unemployed,none,Y`;
}
