// The search's index is larger than all else of a page together, and most visits
// search nothing: ask for it when somebody turns to the search.
(() => {
  const { open, send } = XMLHttpRequest.prototype;
  const wanted = new Promise((resolve) => {
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
  XMLHttpRequest.prototype.open = function (method, url, ...rest) {
    this.waits = String(url).endsWith("/search_index.json");
    return open.call(this, method, url, ...rest);
  };
  XMLHttpRequest.prototype.send = function (...body) {
    if (this.waits) {
      wanted.then(() => send.apply(this, body));
    } else {
      send.apply(this, body);
    }
  };
})();
