"""Mend the theme's search, which runs in a browser, so that it answers what people type.

The script is minified: each repair finds its place by what it does, whatever
the variables are called there.
"""

from __future__ import annotations

import re
from pathlib import Path

from runner.repair import Repair, mend

_DATA = Path(__file__).parent / "data"
_BUILDER = (_DATA / "search-builder.js").read_text("utf-8")
_QUESTION = (_DATA / "search-questions.js").read_text("utf-8")

SEARCH_REPAIRS = (
    Repair(
        # What is called `self.question`, below.
        "a question is looked up as it was typed, and what is found stays in lunr's order",
        re.compile(r"\A(?!.*self\.question = ).*\Z", re.DOTALL),
        lambda found: f"{found[0].rstrip()}\n{_compact(_QUESTION)}",
    ),
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
            f"?{found['word']}:self.question.clauseOf({found['word']},at,all))"
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
        lambda found: f"self.question.byPage({found['hits']},this.map)",
    ),
    Repair(
        "a name in lower case, or a word with a slip in it, finds nothing",
        re.compile(r"(?<=,)(?P<text>\w)=(?P<parse>\w\w)\((?P=text)\)(?=,!(?P=text)\))"),
        lambda found: (
            f"{found['text']}="
            f"{found['parse']}(self.question.knownWords({found['text']},this.index))"
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
            f"{found['rest']}self.question.marked({found['groups']})"
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
