import { autocompletion, type CompletionSource, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { PostgreSQL, SQLDialect, sql as sqlLanguage } from "@codemirror/lang-sql";
import { bracketMatching, defaultHighlightStyle, HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { EditorState } from "@codemirror/state";
import { EditorView, keymap, lineNumbers } from "@codemirror/view";
import { useEffect, useRef } from "react";
import type { Catalog } from "../../electron/contract.ts";

interface SqlEditorProps {
  /** What the editor begins with, and is set to when it changes from outside. */
  sql: string;
  label: string;
  /** What it may propose. */
  schema: Catalog["sql"];
  onChange(sql: string): void;
  /** Asked for by Ctrl-Enter or ⌘-Enter. */
  onRun(sql: string): void;
}

/** An editor of SQL that proposes tables, columns, views and functions. Tab leaves it: nobody is caught in it. */
export function SqlEditor(props: SqlEditorProps) {
  const { sql, label, schema } = props;
  const holder = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorView>(null);
  const latest = useRef(props);
  latest.current = props;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the text is handed to the editor below.
  useEffect(() => {
    if (holder.current === null) return;
    const run = (view: EditorView) => {
      latest.current.onRun(view.state.doc.toString());
      return true;
    };
    const view = new EditorView({
      parent: holder.current,
      state: EditorState.create({
        doc: sql,
        extensions: [
          keymap.of([{ key: "Mod-Enter", run }]),
          lineNumbers(),
          history(),
          bracketMatching(),
          sqlLanguage({ dialect: duckdb, schema: schema.tables }),
          duckdb.language.data.of({ autocomplete: proposeFunctions(schema.functions) }),
          autocompletion({ icons: false }),
          syntaxHighlighting(highlighting),
          keymap.of([...completionKeymap, ...defaultKeymap, ...historyKeymap]),
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({ "aria-label": label, spellcheck: "false" }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) latest.current.onChange(update.state.doc.toString());
          }),
        ],
      }),
    });
    editor.current = view;
    return () => view.destroy();
  }, [label, schema]);

  useEffect(() => {
    const view = editor.current;
    if (view === null || view.state.doc.toString() === sql) return;
    view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: sql } });
  }, [sql]);

  return <div ref={holder} className="sql-editor" />;
}

const duckdb = SQLDialect.define({
  ...PostgreSQL.spec,
  keywords: `${PostgreSQL.spec.keywords} qualify pivot unpivot asof positional exclude replace summarize describe sample`,
  types: `${PostgreSQL.spec.types} hugeint ubigint uinteger usmallint utinyint tinyint blob struct map union list`,
});

function proposeFunctions(names: readonly string[]): CompletionSource {
  const options = names.map((name) => ({ label: name, type: "function", apply: `${name}(` }));
  return (context) => {
    const word = context.matchBefore(/\w+/);
    return word === null && !context.explicit ? null : { from: word?.from ?? context.pos, options, validFor: /^\w*$/ };
  };
}

// The library's own choice of what to tell apart, in the colours of the page, which are legible in light and dark.
const colors: Record<string, string> = {
  "#708": "var(--accent)",
  "#a11": "var(--target)",
  "#e40": "var(--target)",
  "#164": "var(--target)",
  "#940": "var(--faint)",
};
const highlighting = HighlightStyle.define(
  defaultHighlightStyle.specs.map(({ color, ...spec }) => ({ ...spec, color: colors[String(color)] ?? "inherit" })),
);
