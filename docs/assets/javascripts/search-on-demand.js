// The search's index is larger than all else of a page together, and most visits
// search nothing: its worker asks for it when this is kept, as somebody turns to the search.
window.searchWanted = new Promise((resolve) => {
  const turn = (event) => {
    if (event.target instanceof Element && event.target.closest(".md-search, [for=__search]")) {
      resolve();
    }
  };
  for (const type of ["focusin", "pointerover", "touchstart"]) {
    addEventListener(type, turn, { capture: true, passive: true });
  }
  if (new URLSearchParams(location.search).has("q")) {
    resolve();
  }
});
