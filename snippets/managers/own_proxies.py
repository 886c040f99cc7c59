# /// script
# [tool.snippet]
# child-exits = [-15]
# ///
"""Choose by proxy types what of an object can be reached, and how."""

from multiprocessing.managers import (  # type: ignore
    BaseManager,
    BaseProxy,
    MakeProxyType,
    NamespaceProxy,
)


class Room:
    def __init__(self, name):
        self.name = name
        self._people = []

    def enter(self, person, *, first=False):
        self._people.insert(0 if first else len(self._people), person)

    def __len__(self):
        return len(self._people)

    def __repr__(self):
        return f"{self.name}: {', '.join(self._people)}"


class ByHand(BaseProxy):
    _exposed_ = ("enter", "__len__", "__getattribute__")

    def enter(self, person, *, first=False):
        self._callmethod("enter", (person,), {"first": first})

    def __len__(self):
        return self._callmethod("__len__")

    @property
    def name(self):
        return self._callmethod("__getattribute__", ("name",))


class WithAttributes(NamespaceProxy):  # type: ignore
    _exposed_ = (*NamespaceProxy._exposed_, "enter")

    def enter(self, *args, **kwds):
        return self._callmethod("enter", args, kwds)


class Made(MakeProxyType("Base", ["enter", "__len__"])):  # type: ignore
    """A class of this module, so that it can be pickled by name."""


class Hotel(BaseManager):
    pass


Hotel.register("Auto", Room, exposed=["enter", "__len__"])
Hotel.register("ByHand", Room, ByHand)
Hotel.register("WithAttributes", Room, proxytype=WithAttributes)
Hotel.register("Made", Room, proxytype=Made)


def enter_all(room):
    room.enter("Eve")
    room.enter("Bob", first=True)
    room.enter("Zoe")


def try_rooms(hotel):
    auto, by_hand = hotel.Auto("Lobby"), hotel.ByHand("Bar")
    attributes = hotel.WithAttributes("Gym")
    made = hotel.Made("Spa")
    for room in auto, by_hand, attributes, made:
        enter_all(room)
        print(f"{type(room).__name__:15}", room)  # str: asks it
    print("lengths:", len(by_hand), len(made), len(auto))
    attributes.name = "Pool"
    print("names:", by_hand.name, attributes.name)
    copy = by_hand._getvalue()  # the object itself, pickled
    copy.enter("Max")
    print("copy:", len(copy), "- in the manager:", len(by_hand))
    print(repr(by_hand).split(" at 0x")[0])


if __name__ == "__main__":
    with Hotel() as hotel:
        try_rooms(hotel)
