// What becomes of a question: its words are given to lunr, and what lunr finds is put in order. The
// build puts this into the worker of the theme's search, which calls it in their places.
{
  const stems = Object.create(null); // "constructor" is no name of its own
  const stemOf = (word) =>
    (stems[word] ??= `${lunr.stemmer(new lunr.Token(word.toLowerCase()))}`);

  // Tell whether a word only sets two others against each other: first stands "VS Code".
  const isVersus = (word, at) => at > 0 && /^vs$/i.test(word);

  // ---- Words ------------------------------------------------------------------------------------

  // Give the fewest words of the index that make up what a word begins with, up to each place in it
  // where they do. Of two letters are only the first parts of names: `py`, say.
  const partsUpTo = (word, known) => {
    const isPart = (part, start) =>
      (part.length > 2 || (start === 0 && /^(?:io|os|py|vs)$/.test(part))) &&
      (!lunr.stopWordFilter(part) || known(part));
    const best = [[]];
    for (let end = 2; end <= word.length; end++) {
      for (let start = 0; start <= end - 2; start++) {
        const part = word.slice(start, end);
        if (!best[start] || !isPart(part, start)) continue;
        if (!best[end] || best[end].length > best[start].length + 1) {
          best[end] = [...best[start], part];
        }
      }
    }
    return best;
  };

  // Give the most frequent word of the index that a word may be a slip of, if there is one.
  const slipOf = (word, most, index) => {
    const uses = (term) =>
      ["title", "text"].reduce(
        (sum, field) => sum + Object.keys(index.invertedIndex[term][field] || {}).length,
        0,
      );
    const near = index.tokenSet.intersect(lunr.TokenSet.fromFuzzyString(stemOf(word), most));
    return near
      .toArray()
      .filter((term) => index.invertedIndex[term] && term[0] === word[0])
      .sort((a, b) => uses(b) - uses(a))[0];
  };

  // Give the words of the index that a word is made of, if it is (`oserror`). Of a long one, up to
  // three fifths may be a slip of one (`processpoolexcutor`).
  const partsOf = (word, known, index) => {
    const before = partsUpTo(word, known);
    if (before[word.length] || word.length < 9) return before[word.length];
    const after = [];
    for (let end = word.length; end >= 4; end--) {
      const rest = word.slice(end);
      after[end] = partsUpTo(rest, known)[rest.length];
    }
    for (let length = 4; length <= 0.6 * word.length; length++) {
      for (let start = 0; start + length <= word.length; start++) {
        const end = start + length;
        if (!before[start] || !after[end]) continue;
        const slip = slipOf(word.slice(start, end), 1, index);
        if (slip) return [...before[start], slip, ...after[end]];
      }
    }
    return undefined;
  };

  let mended = ""; // the question that is being answered, in words of the index

  // Give a question in words of the index. One that is none of them, written as one word
  // (`processpoolexecutor`, `oserror`), becomes those that it is made of, unless a single slip tells
  // it from one (`multiprocesing`); another, the one that it may be a slip of (`deamon`). The slips
  // of a long row of letters would fill the memory.
  const knownWords = (text, index) => {
    const known = (word) => stemOf(word) in index.invertedIndex;
    const begins = (word) =>
      index.tokenSet.intersect(lunr.TokenSet.fromString(`${word}*`)).toArray().length > 0;
    const mend = (part, at, all) => {
      const word = part.toLowerCase();
      const isWord = at % 2 === 1;
      if (!isWord || word.length < 6 || word.length > 30 || /[a-z][A-Z]/.test(part)) return part;
      if (!lunr.stopWordFilter(word) || known(word)) return part;
      const long = word.length > 8;
      const unfinished = at + 2 >= all.length && begins(word);
      if (unfinished && !long) return part;
      const slip = slipOf(word, 1, index);
      const parts = !slip && partsOf(word, known, index);
      if (parts) return parts.join(" ");
      return (!unfinished && (slip || (long && slipOf(word, 2, index)))) || part;
    };
    mended = text
      .split(/([A-Za-z]+)/)
      .map(mend)
      .join("");
    return mended;
  };

  // Give a word of a question to lunr. Only the last one may be unfinished, if it says anything:
  // "1*" would find each number that begins like it, "it*" each item. All words but those for what
  // the whole site is about, "use", and names of errors, count three times: titles hold
  // `multiprocessing` and "use" so often that they would outdo the word that matters, and what a
  // message says is rarer than its error.
  // Each page is an example, and few say so: the word is left out, unless it stands alone.
  const clauseOf = (word, at, all) => {
    const says = (each) =>
      each.length > 2 &&
      !/^(?:\d+|examples?)$/i.test(each) &&
      lunr.stopWordFilter(each.toLowerCase());
    const first = all.findIndex(Boolean);
    const last = all.findLastIndex(Boolean);
    if (!word || isVersus(word, at - first)) return "";
    if (/^examples?$/i.test(word) && all.some(says)) return "";
    const common = /^(?:python|multiprocess(?:ing)?|us(?:e[ds]?|ing)|[a-z]*error)$/i.test(word);
    const weighed = (term) => (common ? term : `${term}^3`);
    const unfinished = at === last && (says(word) || !all.some(says));
    return unfinished ? `${weighed(word)} ${weighed(`${word}*`)}` : weighed(word);
  };

  // ---- Order ------------------------------------------------------------------------------------

  const pageOf = (hit) => (hit.parent || hit).location;

  // Give the words of a text, without its tags and signs, as `lock acquire` of "Lock.acquire()".
  const plain = (text) =>
    text
      .replace(/<[^>]+>/g, "")
      .split(lunr.tokenizer.separator)
      .filter(Boolean)
      .join(" ")
      .toLowerCase();

  // Give the stems of what words say, each once.
  const stemsOf = (words) => {
    const says = words.filter((word, at) => word && lunr.stopWordFilter(word) && !isVersus(word, at));
    return new Set(says.map(stemOf));
  };

  // Give what stems are about, in whatever order: that it is Python's multiprocessing goes without
  // saying, unless they say nothing else.
  const aboutOf = (stems) => {
    const own = [...stems].filter((stem) => !/^(?:python|multiprocess)$/.test(stem));
    return (own.length ? own : ["multiprocess"]).sort().join(" ");
  };

  const isAbout = (text, about) => aboutOf(stemsOf(plain(text).split(" "))) === about;

  const remembered = Object.create(null);
  const read = (name) => (remembered[name] ??= plain(name));

  // The questions that pages answer, the messages that they explain and the subjects that they
  // introduce, as the build wrote them into their sections: out of sight, a line each. What two
  // have in common says more if few have it. The first search waits for this.
  class Asked {
    questions = []; // each with its page, its text, and the length of its row of weights
    having = new Map(); // by stem, the questions that have it
    weights = new Map();

    constructor(sections) {
      for (const section of sections.values()) {
        for (const hidden of section.text.split("<p hidden>").slice(1)) {
          const lines = hidden.slice(0, hidden.indexOf("</p>")).split("\n");
          for (const line of lines) this.add({ page: pageOf(section), line, length: 0 });
        }
      }
      for (const [stem, having] of this.having) {
        for (const question of having) question.length += this.weightOf(stem);
      }
      for (const question of this.questions) question.length = Math.sqrt(question.length);
    }

    add(question) {
      this.questions.push(question);
      for (const stem of stemsOf(plain(question.line).split(" "))) {
        const having = this.having.get(stem);
        if (having) having.push(question);
        else this.having.set(stem, [question]);
      }
    }

    // What the whole site is about counts little.
    weightOf(stem) {
      const known = this.weights.get(stem);
      if (known !== undefined) return known;
      const share = this.questions.length / (1 + (this.having.get(stem)?.length || 0));
      const isCommon = /^(?:python|multiprocess|us|exampl)$/.test(stem);
      const weight = ((isCommon ? 0.3 : 1) * Math.log(1 + share)) ** 2;
      this.weights.set(stem, weight);
      return weight;
    }

    // Give, by page, how near the three of its questions that are nearest to another one are to it
    // on average, as cosines from 0 to 1; and the pages with one that is about the same.
    near(stems, about) {
      let length = 0;
      const shared = new Map();
      for (const stem of stems) {
        length += this.weightOf(stem);
        for (const question of this.having.get(stem) || []) {
          shared.set(question, (shared.get(question) || 0) + this.weightOf(stem));
        }
      }
      const [cosines, answering] = [new Map(), new Set()];
      for (const [{ page, line, length: other }, weight] of shared) {
        const cosine = weight / Math.sqrt(length) / other;
        if (!cosines.has(page)) cosines.set(page, [0, 0, 0]);
        cosines.get(page).push(cosine);
        if (cosine > 0.5 && isAbout(line, about)) answering.add(page);
      }
      const nearest = (row) => row.sort((a, b) => b - a).slice(0, 3);
      const mean = (row) => row.reduce((sum, each) => sum + each) / row.length;
      return [new Map([...cosines].map(([page, row]) => [page, mean(nearest(row))])), answering];
    }
  }

  // Give by how much to raise what bears the name of all that was typed: the page that introduces
  // this subject, in these very words; the reference's section on this name, though a single word or
  // an error may mean much else; a page that is asked this, or has a heading that is about the same.
  const raisedBy = (typed, about, answering) => {
    const bare = typed.replace(/^(?:python )?multiprocessing /, "");
    const called = bare.replace(/^concurrent (?:futures|interpreters) /, "");
    const mayBeName = / (?!error$)/.test(called);
    // Stemming takes its time, and leaves a word's beginning.
    const begins = about.split(" ")[0].slice(0, 3);
    return (hit) => {
      const subjects = (hit.introduces || []).map(read);
      if (subjects.includes(typed)) return 1e7;
      if (subjects.includes(bare)) return 1e6;
      if (mayBeName && /^reference.*#/.test(hit.location)) {
        const parts = hit.title.split(".");
        if (parts.some((_, at) => read(parts.slice(at).join(".")) === called)) return 1e5;
      }
      if (answering.has(pageOf(hit))) return 1e3;
      const mayBe = hit.title.toLowerCase().includes(begins);
      return mayBe && isAbout(hit.title, about) ? 1e3 : 1;
    };
  };

  let asked;

  // Raise each hit by how much of the question its page holds, wherever on it, where a word counts
  // by how few sections hold it; by how near the question is to those that the page answers; and
  // what bears the question's name above all others.
  const byPage = (hits, sections) => {
    asked ??= new Asked(sections);
    const often = Object.create(null);
    const pages = new Map();
    for (const hit of hits) {
      const words = pages.get(pageOf(hit)) || new Set();
      pages.set(pageOf(hit), words);
      for (const [word, found] of Object.entries(hit.terms)) {
        if (!found) continue;
        words.add(word);
        often[word] = (often[word] || 0) + 1;
      }
    }
    const weight = (words) =>
      [...words].reduce((sum, word) => sum + Math.log(1 + sections.size / often[word]), 0);
    const found = Object.keys(often);
    const all = weight(found) || 1;
    const typed = plain(mended);
    const about = aboutOf(stemsOf(found));
    const [near, answering] = asked.near(stemsOf(typed.split(" ")), about);
    const raised = raisedBy(typed, about, answering);
    for (const hit of hits) {
      const page = pageOf(hit);
      hit.score *= (1 + weight(pages.get(page)) / all) * (1 + 4 * (near.get(page) || 0));
      hit.score *= raised(hit);
    }
    return hits;
  };

  // Mark the words of a question in what was found on the first pages, as far as anybody looks.
  const marked = (groups) => {
    groups.forEach((hits, at) => {
      for (const hit of hits) {
        if (at < 10) hit.mark?.(hit);
        hit.mark = undefined;
      }
    });
    return groups;
  };

  self.question = { knownWords, clauseOf, byPage, marked };
}
