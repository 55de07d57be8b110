const MINUTE = 60_000;

/** Does something every minute between `start` and `stop`; it does not keep the process alive. */
export function eachMinute(work: () => Promise<void>): { start(): void; stop(): void } {
  let timer: NodeJS.Timeout | undefined;
  return {
    start: () => {
      timer ??= setInterval(() => void work(), MINUTE).unref();
    },
    stop: () => {
      clearInterval(timer);
      timer = undefined;
    },
  };
}
