// Before the first paint: the choice of light or dark that the reader made here before.
try {
  const chosen = localStorage.getItem("chithi-theme");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
} catch {
  // No storage: the system's choice stands.
}
