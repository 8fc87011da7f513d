"""What a script in the room has: the tables that it may read, and a way to let results out.

Everything that is saved or printed waits for a review by the data's owner.
"""

import csv
import json
import os

import numpy as np

_SOLD = "data"
# Results go out on the room's own pipe; whatever is printed goes into the log.
_out = os.fdopen(os.dup(1), "wb")
os.dup2(2, 1)


def tables():
    """Names of the tables; what was sold is the first and called "data"."""
    return [_SOLD] + sorted(os.listdir("/data/tables"))


def _folder(of):
    if of not in tables():
        raise KeyError(f"there is no table {of!r}, but {tables()}")
    return "/data" if of == _SOLD else f"/data/tables/{of}"


def columns(of=_SOLD):
    """Names and types: STRING, INTEGER, DECIMAL, DATE, TIMESTAMP or BOOLEAN."""
    with open(f"{_folder(of)}/columns.csv", newline="", encoding="utf-8") as file:
        return {row["name"]: row["type"] for row in csv.DictReader(file)}


def _load(of, number, part=""):
    return np.load(f"{_folder(of)}/c{number}{part}.npy", mmap_mode="r", allow_pickle=False)


def column(name, of=_SOLD):
    """The values of one column and a mask that is true where one is missing.

    Numbers, dates and times are a mapped array; texts are an array of str.
    """
    types = columns(of)
    number = list(types).index(name)
    missing = _load(of, number, ".nulls")
    if types[name] != "STRING":
        return _load(of, number), missing
    raw = _load(of, number).tobytes()
    at = _load(of, number, ".offsets").tolist()
    texts = [raw[start:end].decode() for start, end in zip(at, at[1:])]
    return np.array(texts, dtype=object), missing


def table(names=None, of=_SOLD):
    """A table, or some of its columns, as a pandas DataFrame; missing values are NA."""
    import pandas

    types = columns(of)
    nullable = {"INTEGER": "Int64", "BOOLEAN": "boolean"}
    frame = {}
    for name in types if names is None else names:
        values, missing = column(name, of)
        one = pandas.Series(values)
        if missing.any():
            one = one.astype(nullable.get(types[name], one.dtype)).mask(np.asarray(missing))
        frame[name] = one
    return pandas.DataFrame(frame)


def sql(query, names=None):
    """A query over the tables in SQLite; a pandas DataFrame.

    What was sold is called `data`, and names chooses columns of it.
    """
    import sqlite3

    import pandas

    with sqlite3.connect(":memory:") as database:
        for of in tables():
            if of in query.lower():
                table(names if of == _SOLD else None, of).to_sql(of, database, index=False)
        return pandas.read_sql_query(query, database)


def save(name, value):
    """Lets a result out: a DataFrame or Series as a table, bytes of a PNG picture, a str as text,
    anything else as JSON."""
    kind, content = _content(value)
    _out.write(f"BOURSE/1 {kind} {name} {len(content)}\n".encode() + content + b"\n")
    _out.flush()


def _content(value):
    if hasattr(value, "to_frame"):
        value = value.to_frame().reset_index()
    if hasattr(value, "to_csv"):
        return "table", value.to_csv(index=False).encode()
    if isinstance(value, (bytes, bytearray)):
        return "png", bytes(value)
    if isinstance(value, str):
        return "text", value.encode()
    return "json", json.dumps(value, allow_nan=False, default=_plain).encode()


def _plain(value):
    if isinstance(value, (np.generic, np.ndarray)):
        return value.tolist()
    raise TypeError(f"{type(value).__name__} cannot be saved")


def _end():
    _out.write(b"BOURSE/1 end\n")
    _out.flush()
