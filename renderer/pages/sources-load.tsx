import { Button } from "react-aria-components/Button";
import { PackageDropZone } from "../parts/drop-zone.tsx";
import { FaultNotice } from "../parts/fault-notice.tsx";
import { LoadProgress } from "../parts/load-progress.tsx";
import { LoadReportCard } from "../parts/load-report.tsx";
import { useLoad } from "../use-load.ts";
import { useWording } from "../workbench.tsx";

/** Loading a package: choosing it, waiting for it, and what came of it. */
export function SourcesLoad() {
  const { t } = useWording();
  const { loading, start, confirm, cancel, dismiss } = useLoad();
  const dismissButton = (
    <Button className="button" onPress={dismiss}>
      {t("load.dismiss")}
    </Button>
  );
  switch (loading.state) {
    case "handing":
    case "running":
      return <LoadProgress loading={loading} cancel={cancel} />;
    case "answered":
      return (
        <LoadReportCard report={loading.report} name={loading.name} onConfirm={confirm}>
          {dismissButton}
        </LoadReportCard>
      );
    case "failed":
      return (
        <section className="card load-failed" aria-label={t("load.failed", { name: loading.name })}>
          <h2>{t(loading.fault.code === "cancelled" ? "load.cancelled" : "load.failed", { name: loading.name })}</h2>
          {loading.fault.code === "cancelled" ? (
            <p className="definition" role="status">
              {t("load.cancelled_means")}
            </p>
          ) : (
            <FaultNotice fault={loading.fault} />
          )}
          {dismissButton}
        </section>
      );
    case "idle":
      return <PackageDropZone onFiles={start} />;
  }
}
