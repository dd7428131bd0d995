// Lets messages that have already arrived be handled before the next piece of work, so that a cancellation can be heard.

export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof setImmediate === "function") setImmediate(resolve);
    else setTimeout(resolve, 0);
  });
}
