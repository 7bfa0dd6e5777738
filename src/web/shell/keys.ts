import { useEffect, useRef, useSyncExternalStore } from 'react';

const stored = 'tightrope.keys';
const changed = 'tightrope:keys';

function readEnabled(): boolean {
  try {
    return localStorage.getItem(stored) !== 'off';
  } catch {
    return true;
  }
}

/** Switches single-letter keys: people who speak to their computer press letters without meaning to. */
export function setLetterKeys(enabled: boolean): void {
  try {
    if (enabled) localStorage.removeItem(stored);
    else localStorage.setItem(stored, 'off');
  } catch {
    // Storage is closed to us: the keys stay as they are.
  }
  window.dispatchEvent(new Event(changed));
}

function subscribe(listen: () => void): () => void {
  window.addEventListener(changed, listen);
  return () => window.removeEventListener(changed, listen);
}

export const useLetterKeys = (): boolean => useSyncExternalStore(subscribe, readEnabled);

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

export type KeyBindings = Readonly<Record<string, (event: KeyboardEvent) => void>>;

/**
 * Listens to keys by their names (`j`, `ArrowDown`, `?`) while nothing is typed, no dialog is open and no modifier is
 * held. Single characters only count while they are switched on.
 */
export function useKeys(bindings: KeyBindings): void {
  const letters = useLetterKeys();
  const latest = useRef(bindings);
  latest.current = bindings;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return;
      if (isTyping(event.target) || document.querySelector('dialog[open]') !== null) return;
      if (event.key.length === 1 && !letters) return;
      const binding = Object.hasOwn(latest.current, event.key) && latest.current[event.key];
      if (binding) binding(event);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [letters]);
}
