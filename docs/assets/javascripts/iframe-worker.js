// A page that is read from disk may start no worker, so its search has none to ask: there,
// a hidden frame does a worker's work. The script is put into pages, below a condition; it
// writes no script into the frame, as the page's policy would not let it run.
window.Worker = class extends EventTarget {
  constructor(url) {
    super();
    const frame = document.createElement("iframe");
    frame.hidden = true;
    document.body.append(frame);
    const inside = frame.contentWindow;
    inside.document.open(); // or Firefox replaces the window later
    inside.document.write("<html><body></body></html>");
    inside.document.close();

    const load = (source) =>
      new Promise((resolve, reject) => {
        const script = inside.document.createElement("script");
        Object.assign(script, { src: new URL(source, location), onload: resolve, onerror: reject });
        inside.document.body.append(script);
      });
    inside.importScripts = async (...sources) => {
      for (const source of sources) await load(source);
    };
    inside.postMessage = (data) => {
      const event = new MessageEvent("message", { data: structuredClone(data) });
      this.dispatchEvent(event);
      this.onmessage?.(event);
    };
    this.frame = frame;
    this.loaded = load(url);
    this.loaded.catch(() => this.dispatchEvent(new ErrorEvent("error", { message: `no ${url}` })));
  }

  postMessage(data) {
    this.loaded.then(() => {
      const inside = this.frame.contentWindow;
      inside.dispatchEvent(new inside.MessageEvent("message", { data: structuredClone(data) }));
    });
  }

  terminate() {
    this.frame.remove();
  }
};
window.IFrameWorker = window.Worker; // tells the search where it is
