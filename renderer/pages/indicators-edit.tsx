import { ChevronLeft, Redo2, Undo2 } from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import { Button } from "react-aria-components/Button";
import type { Fault, IndicatorEntry, Problem } from "../../electron/contract.ts";
import { writeAddress } from "../address.ts";
import { type Draft, jsonPath, startDraft } from "../definition-draft.ts";
import { draftProblems } from "../draft-problems.ts";
import { promisedFor } from "../draft-targets.ts";
import { faultOf } from "../fault.ts";
import { DraftEffect } from "../parts/draft-effect.tsx";
import { DraftProblems } from "../parts/draft-problems-list.tsx";
import { FaultNotice } from "../parts/fault-notice.tsx";
import { IndicatorForm } from "../parts/indicator-form.tsx";
import { indicatorAddress } from "../parts/indicator-table.tsx";
import { JsonEditor } from "../parts/json-editor.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { useDraft } from "../use-draft.ts";
import { useSettled } from "../use-settled.ts";
import { useFigures } from "../use-table.ts";
import { useWorkbench } from "../workbench.tsx";

/** After this pause in writing the engine is asked what the change does, in milliseconds. */
const pause = 350;

/** A shipped indicator's copy, or one of the workspace, in a form with the JSON beside it and its effect above. */
export function IndicatorEditor({ indicator }: { indicator: IndicatorEntry }) {
  const { address, catalog, go, host, refresh, scope, wording } = useWorkbench();
  const { t, say } = wording;
  const isCopy = indicator.origin === "shipped";
  const names = catalog.indicators.map(({ name }) => name);
  const editing = useDraft(`${indicator.name} ${indicator.version}`, () =>
    startDraft(indicator, names, t("edit.copy_suffix"), promisedFor(indicator.name, scope.programme)),
  );
  const { draft } = editing;
  const tried = useSettled(draft, pause);
  const { figures, loading, fault, retry, cancel } = useFigures<"before" | "after">({
    before: { indicator: indicator.name },
    after: { indicator: String(tried.indicator ?? ""), draft: tried, ...ownCutoff(tried, indicator) },
  });
  const [refused, setRefused] = useState<{ of: unknown; problems: Problem[]; fault: Fault | null } | null>(null);
  const [saving, setSaving] = useState(false);
  const wrong = figures.after?.meta.fault;
  // What the save said holds until something is changed; before that, what the trial says.
  const told = refused?.of === draft ? refused.problems : wrong === undefined ? [] : draftProblems(wrong);
  const isTaken = isCopy && names.includes(String(draft.indicator));
  const problems = isTaken ? [takenName(t("edit.taken")), ...told] : told;
  const back = indicatorAddress(address, indicator.name);

  const save = async () => {
    setSaving(true);
    try {
      const report = await host.save({ kind: "indicator", definition: draft });
      if (report.saved === null) setRefused({ of: draft, problems: report.problems, fault: null });
      else {
        editing.discard();
        await refresh();
        go(indicatorAddress(address, report.saved.name));
      }
    } catch (error) {
      setRefused({ of: draft, problems: [], fault: faultOf(error) });
    } finally {
      setSaving(false);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const key = event.key.toLowerCase();
    if (!(event.ctrlKey || event.metaKey) || (key !== "z" && key !== "y")) return;
    event.preventDefault();
    if (key === "y" || event.shiftKey) editing.redo();
    else editing.undo();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: undo is meant for the whole page, wherever the focus is in it.
    <div className="page indicator-editor" data-loading={loading || undefined} onKeyDown={onKeyDown}>
      <Waiting loading={loading} cancel={cancel} />
      <nav className="path" aria-label={t("indicators.path")}>
        <a href={writeAddress(back)}>
          <ChevronLeft aria-hidden />
          {say(indicator.title)}
        </a>
      </nav>
      <h1>{t(isCopy ? "edit.title_copy" : "edit.title_version", { title: say(indicator.title) })}</h1>
      <p className="lede">{t(isCopy ? "edit.lede_copy" : "edit.lede_version", { version: indicator.version + 1 })}</p>
      <div className="edit-bar">
        <Button className="button primary" onPress={save} isDisabled={saving || isTaken}>
          {t(isCopy ? "edit.save_copy" : "edit.save_version", { version: indicator.version + 1 })}
        </Button>
        <Button className="button" onPress={editing.undo} isDisabled={!editing.canUndo}>
          <Undo2 aria-hidden />
          {t("edit.undo")}
        </Button>
        <Button className="button" onPress={editing.redo} isDisabled={!editing.canRedo}>
          <Redo2 aria-hidden />
          {t("edit.redo")}
        </Button>
        <Button className="button" onPress={editing.discard} isDisabled={!editing.canUndo && !editing.canRedo}>
          {t("edit.discard")}
        </Button>
      </div>
      {fault === null ? null : <FaultNotice fault={fault} onRetry={retry} />}
      {refused?.of === draft && refused.fault !== null ? <FaultNotice fault={refused.fault} onRetry={save} /> : null}
      <DraftProblems problems={problems} />
      <div className="edit-columns">
        <IndicatorForm editing={editing} problems={problems} isCopy={isCopy} />
        <div className="edit-beside">
          <DraftEffect indicator={indicator} before={figures.before} after={figures.after} />
          <JsonEditor draft={draft} onWrite={editing.replace} />
        </div>
      </div>
    </div>
  );
}

/** Saved under another's name, a copy would become that one's next version. */
function takenName(message: string): Problem {
  return { file: "", where: jsonPath(["indicator"]), message: { sv: message, en: message } };
}

/** A page's cut-off wins over a definition's. One that is just being changed is shown nevertheless: it is the change. */
function ownCutoff({ cutoff }: Draft, { definition }: IndicatorEntry): { cutoff?: string } {
  const isChanged = cutoff !== (definition as Draft).cutoff;
  return isChanged && typeof cutoff === "string" && /^\d{4}-\d{2}-\d{2}$/.test(cutoff) ? { cutoff } : {};
}
