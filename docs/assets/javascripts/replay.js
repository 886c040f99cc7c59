// Replays what a figure shows: a curtain withdraws over its picture as time
// goes on, and what was printed appears below. The figure is complete without.
(() => {
  const SHOWN = 8000; // milliseconds that a whole replay takes
  const STILL = 900; // between two steps, for those who asked for less motion
  const AXIS = 20; // pixels at a picture's foot that stay in view
  const calm = matchMedia("(prefers-reduced-motion: reduce)");

  const make = (name, attributes = {}, text = "", namespace = "http://www.w3.org/1999/xhtml") => {
    const element = document.createElementNS(namespace, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.textContent = text;
    return element;
  };
  const draw = (name, attributes) => make(name, attributes, "", "http://www.w3.org/2000/svg");

  // One of a figure's pictures, with what its program printed below.
  const panelOf = (chart, { steps, lines }, scale) => {
    const picture = chart.querySelector("svg");
    const height = picture.getAttribute("height") - AXIS;
    const curtain = draw("rect", { class: "fig-curtain", height });
    const now = draw("line", { class: "fig-now", y1: 0, y2: height });
    const printed = make("pre", {
      class: "fig-printed no-copy",
      role: "group",
      "aria-label": "Printed so far",
    });
    const spans = lines.map(([time, who, text]) => {
      const span = make("span");
      span.append(make("b", {}, who && `${who}: `), text.endsWith("\n") ? text : `${text}\n`);
      printed.append(span);
      return [time, span];
    });
    return {
      steps,
      shown: () => chart.getClientRects().length > 0,
      to: (time) => {
        if (!curtain.isConnected) {
          // Over the bars, under the names.
          picture.querySelector(".fig-names").before(curtain, now);
          if (lines.length) chart.after(printed);
        }
        const at = (100 * time) / scale;
        curtain.setAttribute("x", `${at}%`);
        curtain.setAttribute("width", `${101 - at}%`);
        now.setAttribute("x1", `${at}%`);
        now.setAttribute("x2", `${at}%`);
        for (const [when, span] of spans) span.classList.toggle("fig-later", when > time);
      },
    };
  };

  const enhance = (figure) => {
    const { scale, panels: data } = JSON.parse(figure.querySelector(".fig-data").textContent);
    const charts = [...figure.querySelectorAll(".fig-chart")];
    const panels = charts.map((chart, index) => panelOf(chart, data[index], scale));
    const play = make("button", { type: "button" }, "Replay");
    const back = make("button", { type: "button", "aria-label": "Step back" }, "◂");
    const next = make("button", { type: "button", "aria-label": "Step forward" }, "▸");
    const slider = make("input", {
      type: "range",
      max: scale,
      step: scale / 500,
      "aria-label": "Time in the run",
    });
    const clock = make("output", { "aria-live": "off" });
    let time = scale;
    let playing = 0; // the number of what comes next; 0: nothing does

    const tell = () => {
      slider.value = time;
      clock.textContent = `${time.toFixed(1)} ms`;
      slider.setAttribute("aria-valuetext", `${clock.textContent} of ${scale} ms`);
    };
    const show = (to) => {
      time = Math.min(to, scale);
      for (const panel of panels) panel.to(time);
      tell();
    };
    // The moments at which something happens in a picture that is in view.
    const moments = () =>
      panels.filter((panel) => panel.shown()).flatMap((panel) => panel.steps);
    const after = () => Math.min(scale, ...moments().filter((moment) => moment > time + 0.05));
    const before = () => Math.max(0, ...moments().filter((moment) => moment < time - 0.05));

    const stop = () => {
      cancelAnimationFrame(playing);
      clearTimeout(playing);
      playing = 0;
      play.textContent = "Replay";
    };
    const start = () => {
      play.textContent = "Pause";
      show(time < scale ? time : 0);
      let last = performance.now();
      const go = (again, to) => {
        show(to);
        if (time < scale) playing = again();
        else stop();
      };
      const frame = (current) => {
        const to = time + (Math.max(current - last, 0) * scale) / SHOWN;
        last = current;
        go(() => requestAnimationFrame(frame), to);
      };
      const step = () => go(() => setTimeout(step, STILL), after());
      playing = calm.matches ? setTimeout(step, STILL) : requestAnimationFrame(frame);
    };
    const jump = (to) => () => {
      stop();
      show(to());
    };
    play.addEventListener("click", () => (playing ? stop() : start()));
    back.addEventListener("click", jump(before));
    next.addEventListener("click", jump(after));
    slider.addEventListener("input", jump(() => Number(slider.value)));

    const bar = make("div", { class: "fig-replay", role: "group", "aria-label": "Replay" });
    bar.append(play, back, next, slider, clock);
    figure.querySelector("figcaption").before(bar);
    tell();
  };

  for (const figure of document.querySelectorAll("figure.fig")) enhance(figure);
})();
