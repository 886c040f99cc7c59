"""Mend the theme's search, which runs in a browser, so that it answers what people type.

The script is minified: each repair finds its place by what it does, whatever
the variables are called there.
"""

from __future__ import annotations

import re
from pathlib import Path

from runner.repair import Repair, mend

_BUILDER = (Path(__file__).parent / "data/search-builder.js").read_text("utf-8")

# Gives a question in words of the index. One that is none of them, written as one word
# (`processpoolexecutor`, `oserror`), becomes the fewest words that it is made of, unless a single
# slip tells it from one (`multiprocesing`); another, the most frequent of those that it may be a
# slip of (`deamon`). Of two letters are only the first parts of names: `py`, say. The slips of a
# long row of letters would fill the memory.
KNOWN_WORDS = r"""((text,index)=>{
const known=word=>{
const stem=`${lunr.stemmer(new lunr.Token(word))}`;return stem in index.invertedIndex&&stem};
const piece=(word,start,end)=>{
const part=word.slice(start,end);
return(part.length>2||start===0&&/^(?:io|os|py|vs)$/.test(part))
&&(!lunr.stopWordFilter(part)||known(part))};
const parts=word=>{
const best=[[]];
for(let end=2;end<=word.length;end++)for(let start=0;start<=end-2;start++)
if(best[start]&&piece(word,start,end)&&!(best[end]&&best[end].length<=best[start].length+1))
best[end]=[...best[start],word.slice(start,end)];
return best[word.length]};
const near=(word,most)=>{
const stem=`${lunr.stemmer(new lunr.Token(word))}`,found=term=>index.invertedIndex[term];
const uses=term=>["title","text"].reduce((sum,at)=>sum+Object.keys(found(term)[at]||{}).length,0);
const slips=lunr.TokenSet.fromFuzzyString(stem,most);
const terms=index.tokenSet.intersect(slips).toArray();
return terms.filter(term=>found(term)&&term[0]===word[0]).sort((a,b)=>uses(b)-uses(a))[0]};
const begins=word=>index.tokenSet.intersect(lunr.TokenSet.fromString(word+"*")).toArray().length;
return text.split(/([A-Za-z]+)/).map((part,at,all)=>{
const word=part.toLowerCase();
if(at%2===0||word.length<6||word.length>30||/[a-z][A-Z]/.test(part))return part;
if(!lunr.stopWordFilter(word)||known(word))return part;
const long=word.length>8,unfinished=at+2>=all.length&&begins(word)>0;
if(unfinished&&!long)return part;
const slip=near(word,1),pieces=!slip&&parts(word);
if(pieces)return pieces.join(" ");
return!unfinished&&(slip||long&&near(word,2))||part}).join("")
})""".replace("\n", "")

# Gives a word of a question to lunr. Only the last one may be unfinished, if it says anything: "1*"
# would find each number that begins like it, "it*" each item. All words but those for what the
# whole site is about, "use", and names of errors, count three times: titles hold `multiprocessing`
# and "use" so often that they would outdo the word that matters, and what a message says is rarer
# than its error.
# Each page is an example, and few say so: the word is left out, unless it stands alone. So is "vs",
# unless it comes first, as in "VS Code".
ONE_WORD = r"""((word,at,all)=>{
const says=word=>word.length>2&&!/^(?:\d+|examples?)$/i.test(word)
&&lunr.stopWordFilter(word.toLowerCase());
const first=all.findIndex(word=>word);
if(!word||/^examples?$/i.test(word)&&all.some(says)||/^vs$/i.test(word)&&at>first)return"";
const more=/^(?:python|multiprocess(?:ing)?|us(?:e[ds]?|ing)|[a-z]*error)$/i.test(word)?"":"^3";
const last=all.findLastIndex(word=>word);
const unfinished=at===last&&(says(word)||!all.some(says));
return unfinished?`${word}${more} ${word}*${more}`:word+more
})""".replace("\n", "")

# Raises each hit by how much of the question its page holds, wherever on it. A word counts by how
# few sections hold it. Who types a subject alone gets the page first that introduces it; that it is
# about Python's multiprocessing goes without saying.
BY_PAGE = r"""((hits,sections)=>{
const pageOf=hit=>hit.parent?hit.parent.location:hit.location;
const often={},pages=new Map;
for(const hit of hits){
const words=pages.get(pageOf(hit))||new Set;
pages.set(pageOf(hit),words);
for(const[word,found]of Object.entries(hit.terms))
if(found){words.add(word);often[word]=(often[word]||0)+1}}
const weight=words=>[...words].reduce((sum,word)=>sum+Math.log(1+sections/often[word]),0);
const subject=words=>{
const says=words.filter(word=>word&&lunr.stopWordFilter(word.toLowerCase()));
const stems=says.map(word=>`${lunr.stemmer(new lunr.Token(word.toLowerCase()))}`);
const own=stems.filter(stem=>!/^(?:python|multiprocess)$/.test(stem));
return[...new Set(own.length?own:["multiprocess"])].sort().join(" ")};
const asked=Object.keys(often),all=weight(asked),typed=subject(asked);
for(const hit of hits){
hit.score*=1+weight(pages.get(pageOf(hit)))/(all||1);
const subjects=hit.introduces||[],apart=lunr.tokenizer.separator;
if(subjects.some(words=>subject(words.split(apart))===typed))hit.score*=1e3}
return hits
})""".replace("\n", "")

# Marks the words of a question in what was found on the first pages, as far as anybody looks.
MARKED = r"""(groups=>{
groups.forEach((hits,at)=>{
for(const hit of hits){if(at<10)hit.mark?.(hit);hit.mark=undefined}});
return groups
})""".replace("\n", "")

SEARCH_REPAIRS = (
    Repair(
        # Where lunr writes down a node of its tree of terms: labels and numbers in a row, so
        # that in an index full of digits two nodes look alike.
        "some searches for numbers fail, or miss what is there",
        re.compile(r"\b(?P<text>\w)=(?P=text)\+(?P<label>\w)\+(?P<node>\w)\.id\}"),
        r'\g<text>=\g<text>+\g<label>+\g<node>.id+","}',
    ),
    Repair(
        # As words begun are taken for whole ones, "a" finds "all" and "do" finds "docs". Only the
        # last word may be unfinished; the others pass the stop words and the stemmer.
        "each word of a question finds all words that begin like it",
        re.compile(
            r"\.map\((?P<word>\w)=>(?P<given>/\(\^\[\+-\]\|\[~\^\]\\d\+\$\)/)"
            r"\.test\((?P=word)\)\?(?P=word):`\$\{(?P=word)\}\*`\)"
        ),
        lambda found: (
            f".map(({found['word']},at,all)=>{found['given']}.test({found['word']})"
            f"?{found['word']}:{ONE_WORD}({found['word']},at,all))"
        ),
    ),
    Repair(
        # "exit code -11" would leave out each page that has 11, "**kwargs" would find all; of a
        # message with something in quotes, all words of that would have to be there. A word before
        # a colon, such as the name of an error, names a field for lunr, and would be dropped. Of
        # "ForkPoolWorker-1", each part of the name would take the number along.
        "signs in what is pasted are operators of the search",
        re.compile(r'return (?P<text>\w)\.trim\(\)(?=\.split\(/"\(\[\^"\]\+\)"/g\))'),
        r'return \g<text>.replace(/(^|\\s)[-+*~^]+(?=\\S)|[":-]/g," ").trim()',
    ),
    Repair(
        # A page's beginning counts up to five times as much as what it says, a section of it up to
        # twice: a section that asks the very question loses to pages with a few words of it.
        "the beginning of any page comes before the section that answers",
        re.compile(r"=\+!(?P<part>\w)\.parent\+Object\.values\("),
        r"=.4*!\g<part>.parent+Object.values(",
    ),
    Repair(
        # Each section stands for itself, as if its page's title and other sections said nothing.
        "a page that holds all words, but not in one section, is not found",
        re.compile(
            r"(?P<hits>this\.index\.search\(\w\)\.reduce\((?:(?!\.sort\().)*,\[\]\))"
            r"(?=\.sort\()"
        ),
        lambda found: f"{BY_PAGE}({found['hits']},this.map.size)",
    ),
    Repair(
        "a name in lower case, or a word with a slip in it, finds nothing",
        re.compile(r"(?<=,)(?P<text>\w)=(?P<parse>\w\w)\((?P=text)\)(?=,!(?P=text)\))"),
        lambda found: (
            f"{found['text']}={found['parse']}({KNOWN_WORDS}({found['text']},this.index))"
        ),
    ),
    Repair(
        # It compares a word as it was typed with words as they are kept, without their endings.
        "a word in another form than on the page is said to be missing",
        re.compile(r"(?P<found>\w\[\w\])\.startsWith\((?P<clause>\w)\.term\)"),
        # Once for a word: it is compared with each term of each result.
        r"\g<found>.startsWith(\g<clause>.stem??="
        r"lunr.stemmer(new lunr.Token(\g<clause>.term)).toString())",
    ),
    Repair(
        # A page that was read from disk gives it; a frame there may load no file.
        "the worker cannot load its index, so that the page has to",
        re.compile(r"(?<=case 0:return )(?=yield \w\w\((?P<message>\w)\.data\.config\))"),
        r"\g<message>.data.docs||Object.assign(\g<message>.data,"
        r'yield lunr.load("../../../search/search_index.json")),',
    ),
    Repair(
        # A key may come while the last question is looked up: what waits by then is told of first.
        "each of the letters of a word that is typed fast is looked up in turn",
        re.compile(
            r"(?<=case 2:let (?P<words>\w)=\w\.data;)(?P<try>try\{return\{type:3,)"
            r"(?P<middle>data:.{1,200}\{type:3,)(?=data:\{items:\[\]\}\})"
        ),
        r"if(self.asked=\g<words>,yield new Promise(turn=>setTimeout(turn)),"
        r"self.asked!==\g<words>)return{};\g<try>asked:\g<words>,\g<middle>asked:\g<words>,",
    ),
    Repair(
        # Most pages with one of a question's words are so far down that nobody gets there. Theirs
        # is shown as it stands.
        "all that is found is marked before the first of it is shown",
        re.compile(
            r"(?P<hit>\w)=\w\(\{\},(?P=hit)\),"
            r"(?P=hit)\.tags&&\((?P=hit)\.tags=\[\.\.\.(?P=hit)\.tags\]\);"
            r"(?P<terms>let \w=\w\w\(\w,Object\.keys\(\w\.metadata\)\);)"
            r"(?P<loop>for\(let \w of this\.index\.fields\)\{.*?)"
            r"(?P<boost>let \w=(?:\+|\.4\*)!.*?)"
            r"\w\(\w\(\{\},(?P=hit)\),\{(?P<more>score:.*?,terms:\w)\}\)"
            r"(?P<rest>.*?items:)(?P<groups>\[\.\.\.\w\.values\(\)\])"
        ),
        lambda found: (
            f"{found['terms']}const mark={found['hit']}=>{{{found['loop']}}};{found['boost']}"
            f"{{...{found['hit']},{found['more']},mark}}"
            f"{found['rest']}{MARKED}({found['groups']})"
        ),
    ),
    Repair(
        # Ours takes the place of lunr's; it splits texts, and writes down places, as is done here.
        "the first search waits until lunr has made an object of each word",
        re.compile(
            r"(?P<lunr>\w)\.Builder\.prototype\.add=.*?(?P<rest>(?P=lunr)\.Builder\.prototype\.use=.*"
            r"(?P<row>\w\[\w\])\.push\(\w\+(?P<at>\w)<<12\|(?P<end>\w)-(?P=at)<<2\|\w\),"
            r"\w\.push\(new lunr\.Token\(\w\.slice\((?P=at),(?P=end)\)\.toLowerCase\(\),"
            r"\{position:\w<<20\|(?P=row)\.length-1\}\)\).*)\Z",
            re.DOTALL,
        ),
        lambda found: f"{found['rest'].rstrip()}\n{_compact(_BUILDER)}",
    ),
)


def _compact(script: str) -> str:
    """Leave out a script's comments, which stand on lines of their own, and its indents."""
    return re.sub(r"(?m)^ *//.*\n|^ +", "", script)


def misfits(script: str) -> list[str]:
    """List the faults of a search's script that stay, as no repair fits: the theme's is another.

    A script that is finished has none.
    """
    if _compact(_BUILDER) in script:
        return []
    return [each.fault for each in SEARCH_REPAIRS if not each.pattern.search(script)]


def finish_search(script: str) -> str:
    """Return the search's script without its known faults; a second time changes nothing."""
    return mend(script, SEARCH_REPAIRS)
