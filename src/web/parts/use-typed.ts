import { useEffect, useRef, useState } from 'react';

const pause = 250;

/**
 * Text that is being typed and, a moment after the last key, handed on. When `settled` changes from elsewhere, by the
 * browser's back or a button that clears, what is shown follows it.
 */
export function useTyped(
  settled: string,
  settle: (text: string) => void,
): readonly [string, (text: string) => void] {
  const [typed, setTyped] = useState(settled);
  const handed = useRef(settled);
  const timer = useRef(0);

  useEffect(() => {
    if (settled === handed.current) return;
    handed.current = settled;
    window.clearTimeout(timer.current);
    setTyped(settled);
  }, [settled]);
  useEffect(() => () => window.clearTimeout(timer.current), []);

  const type = (text: string) => {
    setTyped(text);
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => {
      handed.current = text;
      settle(text);
    }, pause);
  };
  return [typed, type];
}
