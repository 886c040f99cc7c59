// Makes the search's index in a fraction of the time that lunr's own builder takes, which is what
// the first search waits for. lunr has objects for each word of the site and for each place where
// it stands; here, the words are a row of numbers, read while the texts arrive, and the places in a
// text are looked for when a search shows it. The index is the same. The build puts this into the
// worker of the theme's search: texts are split, and places written down, as the theme's tokenizer
// does it.
{
  const OPENS = 0;
  const WORD = 1;
  const CLOSES = 2;

  // The number of the term of a word that is left out.
  const NONE = -1;

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

  // Give the text between tags, as `parse` finds it, in one piece: a tag is white space.
  const bare = (html) => {
    if (!html.includes(">")) return html;
    const pieces = html.split(">");
    for (let i = pieces.length - 2; i >= 0; i--) {
      pieces[i] = pieces[i].slice(0, Math.max(pieces[i].lastIndexOf("<"), 0));
    }
    return pieces.join("\n");
  };

  // Have an object hold a value that it was asked for, in the place of what works it out.
  const keep = (object, name, value) => {
    Object.defineProperty(object, name, { value });
    return value;
  };

  // Give a row of numbers room for so many.
  const roomy = (row, length) => {
    if (length <= row.length) return row;
    const larger = new Int32Array(2 * length);
    larger.set(row);
    return larger;
  };

  // The words of texts, in the order in which they stand there, by numbers.
  class Words {
    // From each word as it is written to its number, and back.
    numbers = new Map();
    spelled = [];
    // All that have been read, and how many they are.
    row = new Int32Array(1 << 18);
    length = 0;
    // From a text to where its words begin and end in the row.
    parts = new Map();

    constructor(separator) {
      this.separator = new RegExp(separator);
      // Gives what separates, too.
      this.separators = new RegExp(`(${this.separator.source})`);
    }

    // Take in the words of a text, if they are not known yet; give where they are.
    read(html) {
      const known = this.parts.get(html);
      if (known !== undefined) return known;
      const start = this.length;
      const words = bare(html).split(this.separator);
      this.row = roomy(this.row, start + words.length);
      for (let i = 0; i < words.length; i++) {
        if (words[i] !== "") this.row[this.length++] = this.numberOf(words[i]);
      }
      const part = [start, this.length];
      this.parts.set(html, part);
      return part;
    }

    numberOf(word) {
      let number = this.numbers.get(word);
      if (number === undefined) {
        number = this.spelled.push(word) - 1;
        this.numbers.set(word, number);
      }
      return number;
    }
  }

  // What stands between two documents of an index; in a text, quotes are escaped.
  const BETWEEN = '},{"location":';

  // Fetch the search's index; read the words of its texts while more is on its way.
  lunr.load = async (url) => {
    const { body } = await fetch(url);
    const reader = body.pipeThrough(new TextDecoderStream()).getReader();
    const index = { docs: [] };
    const take = (json) => {
      const { config, docs } = JSON.parse(json);
      index.config ??= config;
      lunr.words ??= new Words(index.config.separator);
      for (const { title, text } of docs) {
        for (const html of [title, text]) if (html) lunr.words.read(html);
      }
      index.docs.push(...docs);
    };
    let left = "";
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      left += part.value;
      const end = left.lastIndexOf(BETWEEN);
      if (end < 0) continue;
      take(`${left.slice(0, end)}}]}`);
      left = `{"docs":[${left.slice(end + 2)}`;
    }
    take(left);
    return index;
  };

  // Stands for lunr's automaton of all terms, which is made when a search is about any of them: most
  // are about those with a known beginning.
  class Terms {
    constructor(sorted) {
      this.sorted = sorted;
    }

    get all() {
      return keep(this, "all", lunr.TokenSet.fromArray(this.sorted));
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

  // Stands for lunr's, which copies the places of each word that it takes in: most are never shown.
  lunr.MatchData = class {
    metadata = Object.create(null);

    constructor(term, field, found) {
      if (term !== undefined) this.add(term, field, found);
    }

    add(term, field, found) {
      (this.metadata[term] ??= Object.create(null))[field] ??= found;
    }

    combine(other) {
      for (const term in other.metadata) {
        for (const field in other.metadata[term]) {
          this.add(term, field, other.metadata[term][field]);
        }
      }
    }
  };

  // One field of one document, and where its words are: looked for when somebody asks.
  class Text {
    vector = new lunr.Vector();

    constructor(builder, properties) {
      Object.assign(this, { builder }, properties);
    }

    // Give the places of each term; write into the table where all words are, a row for a block.
    get places() {
      const places = new Map();
      const { table, builder } = this;
      for (const html of [this.value].flat()) {
        const first = table.length;
        parse(html, (block, kind, from, end) => {
          block += first;
          const row = (table[block] ??= []);
          if (kind !== WORD) {
            row.push((from << 12) | ((end - from) << 2) | kind);
            return;
          }
          const pieces = html.slice(from, end).split(builder.words.separators);
          for (let at = from, i = 0; i < pieces.length; i++) {
            const piece = pieces[i];
            const separates = i % 2 === 1;
            if (!separates && piece !== "") {
              const term = builder.termOf(builder.words.numberOf(piece));
              if (term !== NONE) {
                if (!places.has(term)) places.set(term, []);
                places.get(term).push((block << 20) | row.length);
              }
              row.push((at << 12) | (piece.length << 2) | WORD);
            }
            at += piece.length;
          }
        });
      }
      return keep(this, "places", places);
    }
  }

  // What the index says of a term in a text.
  class Found {
    constructor(term, text) {
      this.term = term;
      this.text = text;
    }

    get position() {
      return this.text.places.get(this.term);
    }

    toJSON() {
      return { position: this.position };
    }
  }

  // What the index says of a term: for each field, by the document, where it is.
  class Posting {
    constructor(term, builder) {
      this._index = term;
      keep(this, "builder", builder);
    }

    get fields() {
      return keep(this, "fields", this.builder.find(this._index));
    }

    toJSON() {
      return { _index: this._index, ...this.fields };
    }
  }

  lunr.Builder = class extends lunr.Builder {
    // To their numbers, in the order in which they come up.
    terms = new Map();
    // The term of each word by its number, as far as they have been looked up.
    known = [];
    // One for each field of each document.
    texts = [];
    // How many words all texts have, and the term of each.
    length = 0;
    term = new Int32Array(1 << 18);

    // Those that have been read, or none yet.
    get words() {
      return keep(this, "words", lunr.words ?? new Words(lunr.tokenizer.separator));
    }

    // Take in a document; no two are at the same location.
    add(document, { boost }) {
      const ref = document[this._ref];
      this.documentCount += 1;
      for (const field in this._fields) {
        const { boost: weight, extractor } = this._fields[field];
        const start = this.length;
        // This makes a new table, too.
        const value = extractor(document);
        if (typeof value === "string") this.read(value);
        else if (value !== undefined) value.forEach((each) => this.read(each));
        const size = this.length - start;
        const { table } = lunr.tokenizer;
        const weights = { weight: weight || 1, boost: boost || 1 };
        this.texts.push(new Text(this, { ref, field, value, table, size, ...weights }));
      }
    }

    // Take in the words of a text.
    read(html) {
      const [start, end] = this.words.read(html);
      this.term = roomy(this.term, this.length + end - start);
      for (let i = start; i < end; i++) {
        const term = this.termOf(this.words.row[i]);
        if (term !== NONE) this.term[this.length++] = term;
      }
    }

    // Look up a word's term: all that the pipeline has to do, as it is the same every time.
    termOf(number) {
      const known = this.known[number];
      if (known !== undefined) return known;
      let found = NONE;
      for (const term of this.pipeline.runString(this.words.spelled[number].toLowerCase())) {
        if (!this.terms.has(term)) this.terms.set(term, this.terms.size);
        found = this.terms.get(term);
      }
      this.known[number] = found;
      return found;
    }

    build() {
      const fields = Object.keys(this._fields);
      for (const field of fields) {
        Object.defineProperty(Posting.prototype, field, {
          get() {
            return this.fields[field];
          },
        });
      }
      const fieldVectors = {};
      for (const text of this.texts) {
        fieldVectors[text.field + lunr.FieldRef.joiner + text.ref] = text.vector;
      }
      const invertedIndex = Object.create(null);
      for (const [word, term] of this.terms) invertedIndex[word] = new Posting(term, this);
      return new lunr.Index({
        fieldVectors,
        fields,
        invertedIndex,
        pipeline: this.searchPipeline,
        tokenSet: new Terms([...this.terms.keys()].sort()),
      });
    }

    // The words sorted by term: where each term's part begins, and the text of each word.
    get rows() {
      const starts = new Int32Array(this.terms.size + 1);
      for (let i = 0; i < this.length; i++) starts[this.term[i] + 1] += 1;
      for (let term = 1; term < starts.length; term++) starts[term] += starts[term - 1];
      const next = starts.slice();
      const text = new Int32Array(this.length);
      for (let number = 0, i = 0; number < this.texts.length; number++) {
        for (const end = i + this.texts[number].size; i < end; i++) {
          text[next[this.term[i]]++] = number;
        }
      }
      return keep(this, "rows", { starts, text });
    }

    // How many words the texts of a field have on average.
    get usual() {
      const sizes = {};
      for (const { field, size } of this.texts) sizes[field] = (sizes[field] ?? 0) + size;
      for (const field in sizes) sizes[field] /= this.documentCount;
      return keep(this, "usual", sizes);
    }

    // Find the texts of a term, and write into the vector of each what the term weighs there by
    // BM25. A search compares vectors in the terms that it has looked up, so that these will do.
    find(term) {
      const { starts, text } = this.rows;
      const counts = new Map();
      for (let row = starts[term]; row < starts[term + 1]; row++) {
        counts.set(text[row], (counts.get(text[row]) ?? 0) + 1);
      }
      const lacking = this.documentCount - counts.size;
      const rarity = Math.log(1 + Math.abs((lacking + 0.5) / (counts.size + 0.5)));
      const fields = Object.create(null);
      for (const field in this._fields) fields[field] = Object.create(null);
      for (const [number, count] of counts) {
        const found = this.texts[number];
        const length = 1 - this._b + this._b * (found.size / this.usual[found.field]);
        const often = ((this._k1 + 1) * count) / (this._k1 * length + count);
        const score = rarity * often * found.weight * found.boost;
        found.vector.insert(term, Math.round(score * 1000) / 1000);
        fields[found.field][found.ref] = new Found(term, found);
      }
      return fields;
    }
  };
}
