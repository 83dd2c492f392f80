"""How Numba reads a `Group`: the one word that is handed around, and its arrays.

Numba's own ways to give an object to a kernel count references, or cannot be kept on
disk. A group needs neither: its arrays outlive every call, so an attribute of a group
is just read from the list of places and shapes that the group points at.
"""

# What Numba offers for this is half typed:
# mypy: disable-error-code="arg-type,call-overload,misc,no-untyped-call"
# mypy: disable-error-code="override,untyped-decorator"

from __future__ import annotations

from typing import Any

import numba
from numba.core import cgutils, types
from numba.core.typing.templates import AttributeTemplate
from numba.extending import (
    NativeValue,
    infer_getattr,
    lower_getattr_generic,
    models,
    register_model,
    typeof_impl,
    unbox,
)
from numba.np.arrayobj import make_array, populate_array

from daybreak.solving.engines.group import Group

KNOWN_TYPE = "numba_type"


class GroupType(types.Type):
    """The type of a sort of group: what each array holds, and how many axes it has."""

    def __init__(self, kind: str, arrays: dict[str, Any]) -> None:
        self.arrays = arrays
        super().__init__(name=f"{kind}({arrays})")

    def place(self, name: str) -> int:
        """Give which of the group's words says where an array begins."""
        names = list(self.arrays)
        before = names[: names.index(name)]
        return sum(1 + self.arrays[each].ndim for each in before)


register_model(GroupType)(models.OpaqueModel)


@typeof_impl.register(Group)
def _type_of(group: Group, _: Any) -> GroupType:
    known = vars(group)  # asked at every call: told once for each group
    if KNOWN_TYPE not in known:
        arrays = {
            name: types.Array(numba.from_dtype(array.dtype), array.ndim, "C")
            for name, array in group.arrays()
        }
        known[KNOWN_TYPE] = GroupType(type(group).__name__, arrays)
    return known[KNOWN_TYPE]


@unbox(GroupType)
def _address_of(_: GroupType, group: Any, call: Any) -> NativeValue:
    """Read the group's address when Python calls a kernel."""
    number = call.pyapi.object_getattr_string(group, "address")
    address = call.pyapi.long_as_voidptr(number)
    call.pyapi.decref(number)
    return NativeValue(address, is_error=call.pyapi.c_api_error())


@infer_getattr
class _Attribute(AttributeTemplate):
    key = GroupType

    def generic_resolve(self, group: GroupType, name: str) -> Any:
        return group.arrays.get(name)


@lower_getattr_generic(GroupType)
def _read(context: Any, builder: Any, group: GroupType, address: Any, name: str) -> Any:
    """Write the code that makes an array of its words; strides follow from shapes."""
    kind = group.arrays[name]
    first = group.place(name)
    words = builder.bitcast(address, cgutils.intp_t.as_pointer())
    shape = [_word(builder, words, first + 1 + axis) for axis in range(kind.ndim)]
    itemsize = context.get_abi_sizeof(context.get_data_type(kind.dtype))
    strides = [cgutils.intp_t(itemsize)]
    for length in reversed(shape[1:]):
        strides.insert(0, builder.mul(strides[0], length, flags=["nsw"]))
    array = make_array(kind)(context, builder)
    place = builder.bitcast(words, array.data.type.as_pointer())
    data = _word(builder, place, first)
    populate_array(array, data, shape, strides, itemsize, None)
    return array._getvalue()  # noqa: SLF001 - the only name Numba has for it


def _word(builder: Any, words: Any, at: int) -> Any:
    """Write the code that reads one word; it never changes, so once is enough."""
    word = builder.load(cgutils.gep_inbounds(builder, words, at))
    word.set_metadata("invariant.load", builder.module.add_metadata([]))
    return word
