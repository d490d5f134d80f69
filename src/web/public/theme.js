// Runs before anything is painted, so that a chosen theme does not flash up in the other one.
document.documentElement.dataset.theme = chosenTheme() ?? 'system';

// A browser that blocks site data throws where its storage is only looked at.
function chosenTheme() {
  try {
    return localStorage.getItem('touchbase.theme');
  } catch {
    return null;
  }
}
