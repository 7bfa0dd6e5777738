import { useState } from 'react';

const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const stored = 'tightrope.theme';

const apply = (theme: Theme) => {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
};

/** The chosen theme and a step to the next one. `public/theme.js` applies the stored one before the first paint. */
export function useTheme(): readonly [Theme, () => void] {
  const [theme, setTheme] = useState<Theme>(
    () => themes.find((name) => name === document.documentElement.dataset.theme) ?? 'system',
  );
  const step = () => {
    const next = themes[(themes.indexOf(theme) + 1) % themes.length];
    apply(next);
    setTheme(next);
    try {
      if (next === 'system') localStorage.removeItem(stored);
      else localStorage.setItem(stored, next);
    } catch {
      // Storage is closed to us: the choice holds until the page is left.
    }
  };
  return [theme, step];
}
