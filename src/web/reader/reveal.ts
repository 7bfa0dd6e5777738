/** What of the window or of a scrolling pane can be seen, without what stands before it. */
function visibleRange(element: Element): { top: number; bottom: number } {
  for (let parent = element.parentElement; parent !== null; parent = parent.parentElement) {
    const { overflowY } = getComputedStyle(parent);
    if (overflowY === 'auto' || overflowY === 'scroll') {
      const box = parent.getBoundingClientRect();
      return { top: box.top, bottom: box.bottom };
    }
  }
  const padding = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingBottom);
  return { top: 0, bottom: window.innerHeight - (padding || 0) };
}

/** Scrolls to an element if it cannot be seen whole; what the eye already has stays where it is. */
export function reveal(
  element: Element | null | undefined,
  block: ScrollLogicalPosition,
  smooth: boolean,
): void {
  if (!element) return;
  const box = element.getBoundingClientRect();
  const visible = visibleRange(element);
  const margin = 12;
  if (box.top >= visible.top + margin && box.bottom <= visible.bottom - margin) return;
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  element.scrollIntoView({ block, behavior: smooth && !still ? 'smooth' : 'instant' });
}
