// Makes the search's index in less than half of the time that lunr's own builder takes, which is
// what the first search waits for. lunr has objects for each word of the site and for each place
// where it stands; here, those are rows of numbers, and become objects when a search finds them.
// The index is the same. The build puts this into the worker of the theme's search: texts are
// split, and places written down, as the theme's tokenizer does it.
{
  const OPENS = 0;
  const WORD = 1;
  const CLOSES = 2;

  // Call back for each tag around a whole block of an HTML text, and for each text between tags.
  const parse = (html, found) => {
    let [block, depth, from] = [0, 0, 0];
    let [open, close] = [html.indexOf("<"), html.indexOf(">")];
    while (open >= 0 || close >= 0) {
      if (open >= 0 && (open < close || close < 0)) {
        if (from < open) found(block, WORD, from, open);
        from = open;
        open = html.indexOf("<", open + 1);
      } else {
        const end = close + 1;
        if (html[from + 1] === "/") {
          depth -= 1;
          if (depth === 0) found(block++, CLOSES, from, end);
        } else if (html[close - 1] !== "/") {
          if (depth === 0) found(block, OPENS, from, end);
          depth += 1;
        }
        from = end;
        close = html.indexOf(">", end);
      }
    }
    if (from < html.length) found(block, WORD, from, html.length);
  };

  // Give a row of numbers room for so many.
  const roomy = (row, length) => {
    if (length <= row.length) return row;
    const larger = new Int32Array(2 * length);
    larger.set(row);
    return larger;
  };

  // Stands for lunr's automaton of all terms, which is made when a search is about any of them: most
  // are about those with a known beginning.
  class Terms {
    constructor(sorted) {
      this.sorted = sorted;
    }

    get all() {
      const value = lunr.TokenSet.fromArray(this.sorted);
      Object.defineProperty(this, "all", { value });
      return value;
    }

    toArray() {
      return this.all.toArray();
    }

    intersect(wanted) {
      let begin = "";
      for (let node = wanted; !node.final; node = node.edges[begin.at(-1)]) {
        const letters = Object.keys(node.edges);
        if (letters.length !== 1 || letters[0] === "*") break;
        begin += letters[0];
      }
      if (begin === "") return this.all.intersect(wanted);
      const some = this.sorted.filter((term) => term.startsWith(begin));
      return lunr.TokenSet.fromArray(some).intersect(wanted);
    }
  }

  lunr.Builder = class extends lunr.Builder {
    // To their numbers, in the order in which they come up.
    terms = new Map();
    // As they are written, to the numbers of their terms: none, or one.
    words = new Map();
    // One for each field of each document.
    texts = [];
    // Of the two rows below: one number for each word of all texts.
    length = 0;
    term = new Int32Array(1 << 16);
    place = new Int32Array(1 << 16);

    // Take in a document; no two are at the same location.
    add(document, { boost }) {
      const ref = document[this._ref];
      this.documentCount += 1;
      this.separator ??= new RegExp(`(${lunr.tokenizer.separator.source})`);
      for (const [field, { boost: weight, extractor }] of Object.entries(this._fields)) {
        const start = this.length;
        // This makes a new table, too.
        const value = extractor(document);
        for (const html of value === undefined ? [] : [value].flat()) {
          this.read(html, lunr.tokenizer.table);
        }
        const size = this.length - start;
        this.texts.push({ ref, field, size, weight: weight || 1, boost: boost || 1 });
      }
    }

    // Take in the words of a text; write into a table where they are, with one row for each block.
    read(html, table) {
      const first = table.length;
      // No text has more words than letters.
      this.term = roomy(this.term, this.length + html.length);
      this.place = roomy(this.place, this.length + html.length);
      parse(html, (block, kind, from, end) => {
        block += first;
        const row = (table[block] ??= []);
        if (kind !== WORD) {
          row.push((from << 12) | ((end - from) << 2) | kind);
          return;
        }
        const pieces = html.slice(from, end).split(this.separator);
        for (let at = from, i = 0; i < pieces.length; i++) {
          const piece = pieces[i];
          const separates = i % 2 === 1;
          if (!separates && piece !== "") {
            this.note(piece, (block << 20) | row.length);
            row.push((at << 12) | (piece.length << 2) | WORD);
          }
          at += piece.length;
        }
      });
    }

    note(word, place) {
      const terms = this.words.get(word) ?? this.learn(word);
      for (let i = 0; i < terms.length; i++) {
        const term = terms[i];
        this.term[this.length] = term;
        this.place[this.length] = place;
        this.length += 1;
      }
    }

    // Look up the terms of a word: all that the pipeline has to do, as it is the same every time.
    learn(word) {
      const terms = this.pipeline.runString(word.toLowerCase()).map((term) => {
        if (!this.terms.has(term)) this.terms.set(term, this.terms.size);
        return this.terms.get(term);
      });
      this.words.set(word, terms);
      return terms;
    }

    build() {
      const rows = this.sort();
      return new lunr.Index({
        fieldVectors: this.weigh(rows),
        fields: Object.keys(this._fields),
        invertedIndex: this.invert(rows),
        pipeline: this.searchPipeline,
        tokenSet: new Terms([...this.terms.keys()].sort()),
      });
    }

    // Sort the rows by term: give where each term's part ends, and the text and place of each word.
    sort() {
      // While its part is filled, a term's end is where the next word of it belongs.
      const ends = new Int32Array(this.terms.size + 1);
      for (let i = 0; i < this.length; i++) ends[this.term[i] + 1] += 1;
      for (let term = 1; term < ends.length; term++) ends[term] += ends[term - 1];
      const text = new Int32Array(this.length);
      const place = new Int32Array(this.length);
      let i = 0;
      this.texts.forEach(({ size }, number) => {
        for (const end = i + size; i < end; i++) {
          const at = ends[this.term[i]]++;
          text[at] = number;
          place[at] = this.place[i];
        }
      });
      return { ends, text, place };
    }

    // Give a vector for each text: its terms, in order, each with its BM25 score.
    weigh({ ends, text }) {
      const sums = {};
      for (const { field, size } of this.texts) sums[field] = (sums[field] ?? 0) + size;
      const elements = this.texts.map(() => []);
      const most = this._k1 + 1;
      const least = this.texts.map(({ field, size }) => {
        const usual = sums[field] / this.documentCount;
        return this._k1 * (1 - this._b + this._b * (size / usual));
      });
      for (let term = 0, row = 0; term < this.terms.size; term++) {
        const end = ends[term];
        let having = 0;
        for (let i = row; i < end; i++) if (i === row || text[i] !== text[i - 1]) having += 1;
        const lacking = this.documentCount - having;
        const rarity = Math.log(1 + Math.abs((lacking + 0.5) / (having + 0.5)));
        while (row < end) {
          const number = text[row];
          const { weight, boost } = this.texts[number];
          let count = 0;
          for (; row < end && text[row] === number; row++) count += 1;
          const score = ((rarity * (most * count)) / (least[number] + count)) * weight * boost;
          elements[number].push(term, Math.round(score * 1000) / 1000);
        }
      }
      const vectors = {};
      this.texts.forEach(({ field, ref }, number) => {
        vectors[new lunr.FieldRef(ref, field)] = new lunr.Vector(elements[number]);
      });
      return vectors;
    }

    // Give where each term is: in which field of which document, and at which places.
    invert({ ends, text, place }) {
      const index = Object.create(null);
      const fields = Object.keys(this._fields);
      const { texts } = this;
      for (const [word, term] of this.terms) {
        Object.defineProperty(index, word, {
          configurable: true,
          enumerable: true,
          get() {
            const value = Object.create(null);
            value._index = term;
            for (const field of fields) value[field] = Object.create(null);
            for (let row = term && ends[term - 1]; row < ends[term]; row++) {
              const { field, ref } = texts[text[row]];
              (value[field][ref] ??= { position: [] }).position.push(place[row]);
            }
            Object.defineProperty(index, word, { value });
            return value;
          },
        });
      }
      return index;
    }
  };
}
