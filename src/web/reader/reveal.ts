/** What scrolls an element, and what of it can be seen: a pane, or the window without what stands before it. */
function findScroller(element: Element): {
  readonly scroller: Element | Window;
  readonly top: number;
  readonly bottom: number;
} {
  for (let parent = element.parentElement; parent !== null; parent = parent.parentElement) {
    const { overflowY } = getComputedStyle(parent);
    if (overflowY === 'auto' || overflowY === 'scroll') {
      const { top, bottom } = parent.getBoundingClientRect();
      return { scroller: parent, top, bottom };
    }
  }
  const covered = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingBottom);
  return { scroller: window, top: 0, bottom: window.innerHeight - (covered || 0) };
}

const margin = 12;

/**
 * Scrolls to an element if it cannot be seen whole; what the eye already has stays where it is. Far away, or where less
 * motion is asked for, it jumps. (Two smooth `scrollIntoView` at a time would stop each other.)
 */
export function reveal(
  element: Element | null | undefined,
  place: 'nearest' | 'center',
  smooth: boolean,
): void {
  if (!element) return;
  const box = element.getBoundingClientRect();
  const { scroller, top, bottom } = findScroller(element);
  const above = box.top - (top + margin);
  const below = box.bottom - (bottom - margin);
  if (above >= 0 && below <= 0) return;
  const height = bottom - top;
  const centred = box.top - top - (height - box.height) / 2;
  const by = place === 'center' ? centred : above < 0 || box.height > height ? above : below;
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const near = Math.abs(by) < 2 * height;
  scroller.scrollBy({ top: by, behavior: smooth && near && !still ? 'smooth' : 'instant' });
}
