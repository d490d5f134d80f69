// Runs before anything is painted, so that a chosen theme does not flash up in the other one.
document.documentElement.dataset.theme = localStorage.getItem('touchbase.theme') ?? 'system';
