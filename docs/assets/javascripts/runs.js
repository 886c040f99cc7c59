// What a reader can do with a run: step through the outputs of one that varies,
// and say once which Python is theirs. Nothing is lost without this script.
(() => {
  const KEY = "my-python";
  const METHODS = ["fork", "spawn", "forkserver"];

  const make = (tag, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };

  // -- outputs that vary ------------------------------------------------------

  for (const list of document.querySelectorAll(".run-steps")) {
    const steps = [...list.children];
    if (steps.length < 2) continue;
    const status = make("output");
    const show = (step) => {
      list.dataset.step = step;
      steps.forEach((item, index) => (item.hidden = index !== step));
      status.textContent = `Output ${step + 1} of ${steps.length}`;
    };
    const button = (text, by) =>
      make("button", {
        type: "button",
        textContent: text,
        onclick: () => show((Number(list.dataset.step) + by + steps.length) % steps.length),
      });
    const previous = button("Previous", -1);
    const next = button("Next", 1);
    list.before(make("div", { className: "run-stepper" }, previous, next, status));
    show(0);
  }

  // -- outputs that scroll ----------------------------------------------------

  // What scrolls must be a Tab stop, and what does not should be none. All sizes are read before
  // anything is written, or each would have the whole page laid out anew.
  const check = (outputs) => {
    const scrolls = outputs.map(
      (output) =>
        output.scrollWidth > output.clientWidth || output.scrollHeight > output.clientHeight,
    );
    outputs.forEach((output, index) => {
      if (scrolls[index]) output.tabIndex = 0;
      else output.removeAttribute("tabindex");
    });
  };
  const resized = new ResizeObserver((entries) => check(entries.map(({ target }) => target)));
  for (const output of document.querySelectorAll(".run-output")) {
    resized.observe(output);
    output.addEventListener("toggle", () => check([output]), true);
  }

  // -- the reader's Python ----------------------------------------------------

  const runs = [...document.querySelectorAll(".run")];
  const header = document.querySelector(".md-header__inner");
  if (!runs.length || !header) return;

  const read = (result) =>
    result.dataset.places.split(", ").map((text) => {
      const [platform, python, method] = text.split(" ");
      const [major, minor] = python.split(".");
      return { platform, method, python: `${major}.${minor}${python.endsWith("t") ? "t" : ""}` };
    });
  const results = new Map(
    [...document.querySelectorAll(".run-result")].map((result) => [result, read(result)]),
  );

  const agent = navigator.userAgent;
  const platform = /Windows/.test(agent) ? "Windows" : /Mac|iPhone|iPad/.test(agent) ? "Darwin" : "Linux";
  const usual = (place) => {
    if (place.platform !== "Linux") return "spawn";
    return parseInt(place.python.split(".")[1], 10) >= 14 ? "forkserver" : "fork";
  };

  const load = () => {
    try {
      const kept = JSON.parse(localStorage.getItem(KEY)) || {};
      return { python: String(kept.python || ""), method: String(kept.method || "") };
    } catch {
      return { python: "", method: "" }; // storage is off, or holds something else
    }
  };
  const keep = (choice) => {
    try {
      localStorage.setItem(KEY, JSON.stringify(choice));
    } catch {
      // It then holds for this page only.
    }
  };

  const inWords = ({ python, method }) =>
    [python && `Python ${python}`, method].filter(Boolean).join(", ");

  const number = (python) => parseInt(python.split(".")[1], 10) - (python.endsWith("t") ? 0.5 : 0);

  // The result that was seen with the reader's Python (or else the newest), on
  // the reader's platform if there is one.
  const find = (run, choice) => {
    const seen = [...run.querySelectorAll(".run-result")].flatMap((result) =>
      results.get(result).map((place) => ({ result, place })),
    );
    const methods = new Set(seen.map(({ place }) => place.method));
    const fitting = seen.filter(
      ({ place }) =>
        (!choice.python || place.python === choice.python) &&
        // A program that knows only one start method has chosen itself.
        (methods.size === 1 || place.method === (choice.method || usual(place))),
    );
    const rank = ({ place }) => (place.platform === platform ? 1000 : 0) + number(place.python);
    return fitting.sort((a, b) => rank(b) - rank(a))[0]?.result;
  };

  const apply = (choice) => {
    for (const old of document.querySelectorAll(".run-mine, .run-missing")) old.remove();
    for (const run of runs) {
      const tabs = run.querySelectorAll(".run-tab");
      const found = choice.python || choice.method ? find(run, choice) : null;
      if (found && tabs.length) {
        const tab = found.previousElementSibling;
        tab.firstElementChild.checked = true;
        tab.append(make("span", { className: "run-mine", textContent: " yours" }));
      } else if (!found && (choice.python || choice.method)) {
        run.append(
          make("p", {
            className: "run-note run-missing",
            textContent: `Not recorded with yours (${inWords(choice)}).`,
          }),
        );
      } else if (tabs.length) {
        tabs[0].firstElementChild.checked = true;
      }
    }
  };

  const select = (name, empty, values) =>
    make("select", { name }, new Option(empty, ""), ...values.map((value) => new Option(value, value)));

  const choice = load();
  const seen = [...results.values()].flat();
  const pythons = [...new Set([...seen.map((place) => place.python), choice.python])]
    .filter(Boolean)
    .sort((a, b) => number(b) - number(a));
  const python = select("python", "newest", pythons);
  const method = select("method", "its default", METHODS);
  const summary = make("summary");
  const form = make(
    "form",
    {},
    make("label", {}, "My Python", python),
    make("label", {}, "My start method", method),
    make("p", { textContent: "Shows what yours printed, on every page." }),
  );
  const details = make("details", { className: "run-switch" }, summary, form);

  const update = () => {
    python.value = choice.python;
    method.value = choice.method;
    summary.textContent = inWords(choice) || "My Python";
    summary.setAttribute("aria-label", `My Python: ${inWords(choice) || "newest"}`);
    apply(choice);
  };
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", () => {
    Object.assign(choice, { python: python.value, method: method.value });
    keep(choice);
    update();
  });
  details.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    details.open = false;
    summary.focus();
  });
  document.addEventListener("click", (event) => {
    if (!details.contains(event.target)) details.open = false;
  });
  addEventListener("storage", (event) => {
    if (event.key !== KEY) return;
    Object.assign(choice, load());
    update();
  });
  header.querySelector(".md-header__title").after(details);
  update();
})();
