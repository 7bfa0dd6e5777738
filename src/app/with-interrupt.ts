/**
 * Runs a task that Ctrl-C and SIGTERM ask to come to an orderly end; asked a second time, the process
 * ends at once. Returns what the task returns and whether it was asked.
 */
export async function withInterrupt<Value>(
  task: (signal: AbortSignal) => Promise<Value>,
): Promise<{ readonly value: Value; readonly isInterrupted: boolean }> {
  const controller = new AbortController();
  const interrupt = (): void => {
    if (controller.signal.aborted) process.exit(130);
    controller.abort();
  };
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', interrupt);
  try {
    const value = await task(controller.signal);
    return { value, isInterrupted: controller.signal.aborted };
  } finally {
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', interrupt);
  }
}
