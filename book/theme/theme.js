// Runs before anything is drawn: a reader's choice of light or dark is kept over pages.
try {
  const theme = localStorage.getItem("theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Without storage, the page is as the system wants it.
}
