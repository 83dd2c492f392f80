// Where the focus is on the board, also after strips went somewhere else.

/** Puts the focus on a strip once the page is drawn, and scrolls no more than needed. */
export function focusStrip(strip: string): void {
  requestAnimationFrame(() => {
    const row = document.getElementById(`strip-${strip}`);
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: "nearest" });
  });
}

/** Puts the focus on a strip and scrolls it into the middle. */
export function centerStrip(strip: string): void {
  requestAnimationFrame(() => {
    const row = document.getElementById(`strip-${strip}`);
    row?.scrollIntoView({ block: "center" });
    row?.focus({ preventScroll: true });
  });
}

/** Goes to the next part of the page, or to the one before. */
export function nextPane(isBack: boolean): void {
  const panes = [...document.querySelectorAll<HTMLElement>("[data-pane]")];
  const at = panes.findIndex((one) => one.contains(document.activeElement));
  const order = isBack ? [...panes].reverse() : panes;
  const from = at < 0 ? -1 : order.indexOf(panes[at]!);
  for (let step = 1; step <= order.length; step += 1) {
    const pane = order[(from + step) % order.length]!;
    const stop = pane.querySelector<HTMLElement>(
      "[tabindex='0'], button:not(:disabled):not([tabindex='-1']), a[href], input, select",
    );
    if (stop) {
      stop.focus();
      return;
    }
  }
}
