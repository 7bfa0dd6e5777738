// Before the first paint, so that a chosen theme does not flash; a file of its own because the page allows no inline script.
try {
  const theme = localStorage.getItem('tightrope.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage is closed to us: the system's theme stands.
}
