// Gives names and roles to what the theme's own script adds to a page, which
// nothing at build time can reach.
(() => {
  const repair = (root) => {
    // A table that is wider than the window scrolls: let the keyboard get there.
    for (const wrap of root.querySelectorAll(".md-typeset__scrollwrap:not([tabindex])")) {
      const heading = wrap.querySelector("th");
      wrap.tabIndex = 0;
      wrap.setAttribute("role", "group");
      wrap.setAttribute("aria-label", `Table: ${heading ? heading.textContent : ""}`);
    }
    // One landmark for each copy button is too many.
    for (const nav of root.querySelectorAll("nav.md-code__nav:not([role])")) {
      nav.setAttribute("role", "none");
    }
  };

  // A page that is not there: its address mostly says what was wanted.
  const lost = document.querySelector("#lost-words");
  if (lost) {
    const name = location.pathname.replace(/\/(index)?(\.\w+)?$|\.\w+$/, "").split("/").pop();
    let words = name;
    try {
      words = decodeURIComponent(name);
    } catch {} // a "%" that encodes nothing
    lost.value = words.replace(/[-_]+/g, " ");
  }

  const main = document.querySelector("main");
  repair(main);
  new MutationObserver(() => repair(main)).observe(main, { childList: true, subtree: true });
})();
