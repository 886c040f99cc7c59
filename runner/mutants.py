"""Make mutants of a snippet: its program with one thing changed.

What is changed is the program that readers copy, never its docstring, its
metadata or its type hints. Most operators are cosmic-ray's, one change for
each kind of expression; those that it lacks stand below and are called
``own/...``.

Where a line sends a signal or sets what belongs to other processes, its parts
stay as they are and only the whole line may go: a number that is one off would
otherwise end processes of the machine that are none of the run's.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from cosmic_ray.ast import ast_nodes, get_ast  # type: ignore[import-untyped]
from cosmic_ray.mutating import mutate_code  # type: ignore[import-untyped]
from cosmic_ray.plugins import get_operator  # type: ignore[import-untyped]
from parso.python.tree import Keyword

from runner.snippet import Snippet

# Of cosmic-ray's operators, one opposite for each sign: the other pairs say the same again.
# Its ExceptionReplacer is left out, since it fails at dotted names: RemoveHandler stands for it.
_BINARY = (
    "Add_Sub Sub_Add Mul_Add Div_Mul FloorDiv_Mul Mod_Mul Pow_Mul LShift_RShift RShift_LShift"
    " BitOr_BitAnd BitAnd_BitOr BitXor_BitAnd"
)
_COMPARISON = "Eq_NotEq NotEq_Eq Lt_GtE LtE_Gt Gt_LtE GtE_Lt Is_IsNot IsNot_Is"
_OTHER = (
    "AddNot ReplaceUnaryOperator_Delete_Not ReplaceUnaryOperator_Delete_USub ReplaceTrueWithFalse"
    " ReplaceFalseWithTrue ReplaceAndWithOr ReplaceOrWithAnd ReplaceBreakWithContinue"
    " ReplaceContinueWithBreak NumberReplacer RemoveDecorator ZeroIterationForLoop"
)
_REACHES_OUT = re.compile(
    r"\bos\.(kill|killpg|nice|sched_set\w+|setp\w+)\b|\bSIG[A-Z]+\b|\bpidfd_send_signal\b|\bprlimit\b"
)

_PAIRS = {ast.Eq: ast.NotEq, ast.Lt: ast.GtE, ast.Gt: ast.LtE, ast.Is: ast.IsNot, ast.In: ast.NotIn}
_OPPOSITE: dict[Any, Any] = _PAIRS | {opposite: sign for sign, opposite in _PAIRS.items()}

Position = tuple[tuple[int, int], tuple[int, int]]


@dataclass(frozen=True)
class Mutant:
    """A snippet's program with one thing changed.

    Attributes:
        operator: What made it, such as ``core/AddNot``.
        number: The line in the snippet's file.
        line: That line, as it was.
        becomes: What became of it.
        code: The whole program.
    """

    operator: str
    number: int
    line: str
    becomes: str
    code: str


class _RemoveStatement:
    """Put ``pass`` in the place of a statement that works by its effect.

    A call, a deletion, an exception raised, an item or an attribute that is
    set. Names stay bound: a missing one is found by every program that runs.
    """

    def mutation_positions(self, node: Any) -> Iterator[Position]:
        if node.type == "simple_stmt" and self._has_effect(node.children[0]):
            yield node.start_pos, node.children[0].end_pos

    def mutate(self, node: Any, index: int) -> Any:
        gone, end = node.children[0], node.children[-1]
        node.children[0] = _word("pass", gone)
        end.value += "\n" * gone.get_code(include_prefix=False).count("\n")  # lines keep numbers
        return node

    @staticmethod
    def _has_effect(statement: Any) -> bool:
        if statement.type == "expr_stmt":
            target, sign = statement.children[:2]
            return sign.type == "operator" and (
                sign.value != "=" or target.type in ("atom_expr", "power")
            )
        kinds = ("atom_expr", "power", "await", "del_stmt", "raise_stmt", "assert_stmt")
        return statement.type in kinds or statement.get_code().strip() == "raise"


class _RemoveGuard:
    """Run the body of a ``with`` without what guards it, such as a lock."""

    def mutation_positions(self, node: Any) -> Iterator[Position]:
        alone = node.type == "with_stmt" and node.children[2].type == "operator"
        if alone and node.children[1].type != "with_item" and node.parent.type != "async_stmt":
            yield node.start_pos, node.children[1].end_pos

    def mutate(self, node: Any, index: int) -> Any:
        node.children[:2] = [_word("if", node.children[0]), _word("True", node.children[1])]
        return node


class _RemoveHandler:
    """Let an ``except`` catch nothing."""

    def mutation_positions(self, node: Any) -> Iterator[Position]:
        if node.type == "except_clause":
            yield node.start_pos, node.children[1].end_pos

    def mutate(self, node: Any, index: int) -> Any:
        node.children[1] = _word("()", node.children[1])
        return node


class _SwapArguments:
    """Exchange two positional arguments that stand side by side in a call."""

    def mutation_positions(self, node: Any) -> Iterator[Position]:
        for index in self._places(node):
            yield node.children[index].start_pos, node.children[index + 2].end_pos

    def mutate(self, node: Any, index: int) -> Any:
        place = list(self._places(node))[index]
        first, second = node.children[place], node.children[place + 2]
        ahead, behind = first.get_first_leaf(), second.get_first_leaf()
        ahead.prefix, behind.prefix = behind.prefix, ahead.prefix
        node.children[place], node.children[place + 2] = second, first
        return node

    @staticmethod
    def _places(node: Any) -> Iterator[int]:
        if node.type == "arglist" and node.parent.type == "trailer":
            for index in range(0, len(node.children) - 2, 2):
                pair = node.children[index], node.children[index + 2]
                if all(each.type != "argument" for each in pair):
                    yield index


_OWN: dict[str, Any] = {
    f"own{each.__name__.replace('_', '/')}": each
    for each in (_RemoveStatement, _RemoveGuard, _RemoveHandler, _SwapArguments)
}
OPERATORS = (
    *_OWN,
    *(f"core/ReplaceBinaryOperator_{pair}" for pair in _BINARY.split()),
    *(f"core/ReplaceComparisonOperator_{pair}" for pair in _COMPARISON.split()),
    *(f"core/{name}" for name in _OTHER.split()),
)


def mutants_of(snippet: Snippet) -> list[Mutant]:
    """Make every mutant of a snippet, in the order of its lines.

    What is no Python, and what says the same as the program or as another
    mutant of it, is not among them.
    """
    code = snippet.code
    said = {_meaning(code)}
    statements, hints = _statements(code), _hints(code)
    made: list[Mutant] = []
    nodes = list(ast_nodes(get_ast(code)))
    for name in OPERATORS:
        operator = (_OWN.get(name) or get_operator(name))()
        places = [place for node in nodes for place in operator.mutation_positions(node)]
        for occurrence, (start, end) in enumerate(places):
            outside = _REACHES_OUT.search(statements.get(start[0], ""))
            unseen = any(first <= start and end <= last for first, last in hints)
            if unseen or (outside and name != "own/RemoveStatement"):
                continue
            mutated = mutate_code(code, operator, occurrence)
            meaning = _meaning(mutated) if mutated else None
            if meaning and meaning not in said:
                said.add(meaning)
                made.append(_told(snippet, name, mutated))
    return sorted(made, key=lambda mutant: mutant.number)


def _word(text: str, instead_of: Any) -> Keyword:
    return Keyword(text, instead_of.start_pos, prefix=instead_of.get_first_leaf().prefix)


class _Plain(ast.NodeTransformer):
    """Write ``not a == b`` as ``a != b``, ``not not a`` as ``a``, ``not True`` as ``False``."""

    def visit_UnaryOp(self, node: ast.UnaryOp) -> ast.expr:
        self.generic_visit(node)
        match node:
            case ast.UnaryOp(ast.Not(), ast.UnaryOp(ast.Not(), inner)):
                return inner
            case ast.UnaryOp(ast.Not(), ast.Constant(bool(value))):
                return ast.Constant(not value)
            case ast.UnaryOp(ast.Not(), ast.Compare(left, [sign], right)):
                return ast.Compare(left, [_OPPOSITE[type(sign)]()], right)
        return node


def _meaning(code: str) -> str | None:
    """Give what tells programs apart that are not the same; None if it is no Python."""
    try:
        tree = ast.parse(code)
        compile(code, "mutant", "exec", dont_inherit=True)
    except (SyntaxError, ValueError):
        return None
    return ast.dump(_Plain().visit(tree))


def _statements(code: str) -> dict[int, str]:
    """Give the statement that each line belongs to, without the body of a compound one."""
    lines = code.split("\n")
    found: dict[int, str] = {}
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.stmt):
            body = getattr(node, "body", None)
            stop = body[0].lineno if body else (node.end_lineno or node.lineno) + 1
            numbers = range(node.lineno, max(stop, node.lineno + 1))
            found |= dict.fromkeys(numbers, "\n".join(lines[number - 1] for number in numbers))
    return found


def _hints(code: str) -> list[Position]:
    """Give where type hints stand: no interpreter has to look at them."""
    nodes = ast.walk(ast.parse(code))
    hints = [getattr(node, kind, None) for node in nodes for kind in ("annotation", "returns")]
    return [((h.lineno, h.col_offset), (h.end_lineno, h.end_col_offset)) for h in hints if h]


def _told(snippet: Snippet, operator: str, mutated: str) -> Mutant:
    """Describe a mutant by the lines in which it differs."""
    before, after = snippet.code.split("\n"), mutated.split("\n")
    start = 0
    while before[start] == after[start]:
        start += 1
    stop = 0
    while before[-1 - stop] == after[-1 - stop] and stop < min(len(before), len(after)) - start - 1:
        stop += 1
    above = len(snippet.text.split("\n")) - len(before)  # the metadata
    line, becomes = (
        " ".join(each.strip() for each in lines[start : len(lines) - stop])
        for lines in (before, after)
    )
    same = next((at for at, (a, b) in enumerate(zip(line, becomes, strict=False)) if a != b), -1)
    becomes = becomes[:same] + becomes[same:].lstrip() if same >= 0 else becomes  # " 2"
    return Mutant(operator, start + above + 1, line, becomes, mutated)
