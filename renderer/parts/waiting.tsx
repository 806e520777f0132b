import { useEffect, useState } from "react";
import { Button } from "react-aria-components/Button";
import { useWording } from "../workbench.tsx";

interface WaitingProps {
  loading: boolean;
  cancel(): void;
}

/** What waiting looks like: a thin line at once, and when it takes long how long it has taken, with a way out. */
export function Waiting({ loading, cancel }: WaitingProps) {
  const { t, format } = useWording();
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    if (!loading) return;
    const started = Date.now();
    const timer = setInterval(() => setSeconds(Math.floor((Date.now() - started) / 1000)), 500);
    return () => {
      clearInterval(timer);
      setSeconds(0);
    };
  }, [loading]);
  if (!loading) return null;
  return (
    <div className="waiting">
      <span className="waiting-line" />
      {seconds < 3 ? null : (
        <p role="status">
          {t("waiting.seconds", { seconds: format.count(seconds) })}
          <Button className="link" onPress={cancel}>
            {t("waiting.cancel")}
          </Button>
        </p>
      )}
    </div>
  );
}
