// Runs before the first paint, as a file of its own because the content security policy forbids inline scripts.
try {
  var theme = localStorage.getItem('devsync.theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch (unavailable) {
  // Storage may be blocked; the system's preference then decides.
  void unavailable
}
