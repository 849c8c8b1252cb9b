"""What follows from code and rules is worked out once and taken up by later processes."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
import regex

from pipeline import packed
from pipeline.errors import RulesError
from pipeline.packed import Unpackable, pack, unpack
from pipeline.rulebook import load, load_rulebook
from pipeline.shelf import Shelf, own_folder
from tests.rules_folder import edit, folder

__all__ = ["folder"]  # the folder of rules of those tests

posix = pytest.mark.skipif(os.name != "posix", reason="rights of POSIX")


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("XDG_CACHE_HOME", str(place))
    monkeypatch.setenv("LOCALAPPDATA", str(place))
    return own_folder()


class Work:
    """Works out a value, and counts how often."""

    def __init__(self, value: object = ("a", 1)) -> None:
        self.value = value
        self.times = 0

    def __call__(self) -> object:
        self.times += 1
        return self.value


def kept(home: Path) -> list[Path]:
    return [path for path in home.rglob("*") if path.is_file()]


def test_a_value_is_worked_out_once() -> None:
    work = Work()
    assert [Shelf("k", "v1").value("n", work) for _ in range(3)] == [work.value] * 3
    assert work.times == 1


def test_another_ground_or_name_is_another_value() -> None:
    Shelf("k", "v1").value("n", Work())
    for shelf, name in ((Shelf("k", "v2"), "n"), (Shelf("k", "v1"), "m"), (Shelf("j", "v1"), "n")):
        assert shelf.value(name, Work("new")) == "new"


VALUES = (
    None, "Điều 1", 3, True, (), ("a", ("b", 1)), frozenset({"x", "ạ"}), ["a", None],
    frozenset({(1, 2), "a"}),
    {1: "n", "k": (2,)}, b"\0\xff",
)  # fmt: skip


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_a_value_is_unpacked_as_it_was_packed(value: object) -> None:
    found = unpack(pack(value))
    assert found == value and type(found) is type(value)


@pytest.mark.parametrize("library", [re, regex], ids=["re", "regex"])
def test_an_expression_finds_the_same_when_it_was_packed(library: object) -> None:
    source = r"(?P<kind>quyết định|kế hoạch)\s+số\s+(?P<number>\d+)"
    made = library.compile(source, library.IGNORECASE)  # type: ignore[attr-defined]
    found = unpack(pack(made))
    assert (type(found), found.pattern, found.flags) == (type(made), made.pattern, made.flags)
    hit = found.search("theo Kế hoạch số 12 ngày")
    assert hit is not None and hit.groupdict() == {"kind": "Kế hoạch", "number": "12"}


def test_what_has_no_packed_form_is_worked_out_each_time(home: Path) -> None:
    work = Work(object())
    assert [Shelf("k", "v").value("n", work) for _ in range(2)] == [work.value] * 2
    assert work.times == 2 and not kept(home)


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"\x80\x04N.",
        b'["system","x"]',
        b'["bytes",1]',
        b'["re","(",0]',
        b'["re","a",0,["list",9999,1],0,["dict"],["tuple",null]]',
        b'["re","(a"]',
        b'["bytes"]',
        b"[]",
        b"[" * 9999,
    ],
)
def test_a_text_that_nobody_packed_is_refused(text: bytes) -> None:
    with pytest.raises(Unpackable):
        unpack(text)


@pytest.mark.parametrize("kind", [RuntimeError, SystemError])
def test_what_the_library_refuses_is_refused(
    monkeypatch: pytest.MonkeyPatch, kind: type[Exception]
) -> None:
    def refuse(*_: object) -> None:
        raise kind("invalid RE code")

    text = pack(regex.compile("a|bc"))
    monkeypatch.setattr(packed, "_build", refuse)
    with pytest.raises(Unpackable, match="invalid RE code"):
        unpack(text)


def test_half_a_letter_has_no_packed_form() -> None:
    with pytest.raises(Unpackable):
        pack("\ud800")


@pytest.mark.parametrize("damage", [lambda b: b"", lambda b: b[:-1], lambda b: b[:16] + b"\0" * 9])
def test_a_damaged_file_is_worked_out_anew_and_mended(home: Path, damage: object) -> None:
    Shelf("k", "v").value("n", Work())
    (path,) = kept(home)
    path.write_bytes(damage(path.read_bytes()))  # type: ignore[operator]
    work = Work()
    assert [Shelf("k", "v").value("n", work) for _ in range(2)] == [work.value] * 2
    assert work.times == 1


@posix
def test_nothing_is_taken_from_a_folder_that_others_may_write_to(home: Path) -> None:
    Shelf("k", "v").value("n", Work("theirs"))
    (home / "k").chmod(0o777)
    assert Shelf("k", "v").value("n", Work("ours")) == "ours"
    (home / "k").chmod(0o700)
    assert Shelf("k", "v").value("n", Work("ours")) == "theirs"


@posix
def test_it_works_where_the_umask_lets_a_group_write(home: Path) -> None:
    before = os.umask(0o002)
    try:
        assert [Shelf("k", "v").value("n", Work(n)) for n in (1, 2)] == [1, 1]
    finally:
        os.umask(before)


def test_without_a_place_every_value_is_worked_out(home: Path) -> None:
    home.parent.mkdir(exist_ok=True)
    home.write_text("a file is in the way", "utf-8")
    assert [Shelf("k", "v").value("n", Work(n)) for n in (1, 2)] == [1, 2]


def test_what_nobody_used_for_long_goes(home: Path) -> None:
    for ground, days in (("old", 40), ("recent", 20)):
        Shelf("k", ground).value("n", Work())
        (at,) = [path for path in (home / "k").iterdir() if time.time() - path.stat().st_mtime < 60]
        os.utime(at, times=(0, time.time() - days * 86_400))
    Shelf("k", "now").value("n", Work())
    assert len(list((home / "k").iterdir())) == 2


@posix
def test_nothing_is_taken_from_a_file_that_others_may_write_to(home: Path) -> None:
    Shelf("k", "v").value("n", Work("theirs"))
    (path,) = kept(home)
    assert path.stat().st_mode & 0o077 == 0
    path.chmod(0o666)
    assert [Shelf("k", "v").value("n", Work(each)) for each in ("ours", "no")] == ["ours"] * 2
    path.unlink()
    os.mkfifo(path)
    assert Shelf("k", "v").value("n", Work("no pipe")) == "no pipe"


def theirs(*paths: Path) -> None:
    """Give files and links to another user."""
    for path in paths:
        os.chown(path, 12_345, 12_345, follow_symlinks=False)


@posix
@pytest.mark.skipif(os.name == "posix" and os.geteuid() != 0, reason="gives files away")
def test_nothing_is_taken_from_the_file_of_another(home: Path) -> None:
    Shelf("k", "v").value("n", Work("theirs"))
    theirs(*kept(home))
    assert Shelf("k", "v").value("n", Work("ours")) == "ours"


@posix
@pytest.mark.skipif(os.name == "posix" and os.geteuid() != 0, reason="gives files away")
@pytest.mark.parametrize("link", ["own", "kind"])
def test_nothing_is_made_or_removed_where_another_leads_to(
    tmp_path: Path, home: Path, link: str
) -> None:
    mine = tmp_path / "mine"
    for name in ("papers", "f" * 32):
        (mine / "k" / name).mkdir(parents=True)
        os.utime(mine / "k" / name, (0, 0))
    if link == "own":
        home.symlink_to(mine)
    else:
        home.mkdir()
        (home / "k").symlink_to(mine / "k")
        theirs(home / "k")
    theirs(home)
    assert [Shelf("k", "v").value("n", Work(n)) for n in (1, 2)] == [1, 2]
    assert {path.name for path in (mine / "k").iterdir()} == {"papers", "f" * 32}


@posix
@pytest.mark.skipif(os.name == "posix" and os.geteuid() != 0, reason="gives files away")
def test_nothing_is_made_in_the_home_of_another(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs(home.parent)
    monkeypatch.setenv("XDG_CACHE_HOME", str(home.parent / ".cache"))
    assert [Shelf("k", "v").value("n", Work(n)) for n in (1, 2)] == [1, 2]
    assert not list(home.parent.iterdir())


@posix
def test_the_folder_may_be_a_link_of_ones_own(tmp_path: Path, home: Path) -> None:
    (tmp_path / "disk").mkdir(mode=0o700)
    home.symlink_to(tmp_path / "disk")
    assert [Shelf("k", "v").value("n", Work(n)) for n in (1, 2)] == [1, 1]


@posix
@pytest.mark.parametrize("given", ["", "here"])
def test_a_home_that_is_no_place_of_its_own_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: str
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", given)
    monkeypatch.setenv("HOME", "at/home")
    assert [Shelf("k", "v").value("n", Work(n)) for n in (1, 2)] == [1, 2]
    assert not list(tmp_path.iterdir())


def test_what_is_there_is_taken_from_a_disk_that_can_only_be_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    Shelf("k", "v").value("n", Work("kept"))

    def refuse(*_: object, **__: object) -> None:
        raise OSError(30, "Read-only file system")

    for call in (os.utime, os.mkdir, os.replace):
        monkeypatch.setattr(os, call.__name__, refuse)
    assert Shelf("k", "v").value("n", Work("anew")) == "kept"
    assert Shelf("k", "v").value("m", Work("other")) == "other"
    assert Shelf("k", "v2").value("n", Work("later")) == "later"


def test_another_may_sweep_at_the_same_time(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for ground in ("old", "older"):
        Shelf("k", ground).value("n", Work())
    former = Path.iterdir

    def gone(folder: Path) -> object:
        found = list(former(folder))
        if folder == home / "k":
            shutil.rmtree(found[0])
        return iter(found)

    monkeypatch.setattr(Path, "iterdir", gone)
    assert [Shelf("k", "now").value("n", Work(n)) for n in (1, 2)] == [1, 1]


@posix
def test_a_full_disk_costs_nothing_but_time(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert [Shelf("k", "v").value("n", Work(n)) for n in (1, 2)] == [1, 2]
    assert not kept(home)


_SAY = """
import sys
from pathlib import Path
from pipeline.rulebook import load_rulebook
pattern = load_rulebook(Path(sys.argv[1])).pattern("garden.fruit")
hit = pattern.search("một quả xoài non ")
print(pattern.regex.pattern, pattern.regex.flags, sorted(pattern.needed), hit and hit.groupdict())
print(pattern.may_open("xoài non"), pattern.may_open("ngày"), pattern.on("khế").groupindex)
"""
_FRUIT = """
[[pattern]]
id = "garden.fruit"
pattern = '''\\b(?P<fruit>{{lexicon:fruits.term|fold}})\\s'''
why = "A fruit of the garden."
examples = [ { text = "quả khế chua", values = { fruit = "khế" } } ]
rejects = [ "quả chanh " ]
"""


def test_a_kept_pattern_is_the_one_that_was_worked_out(folder: Path, home: Path) -> None:
    with (folder / "patterns" / "garden.toml").open("a", encoding="utf-8") as file:
        file.write(_FRUIT)
    command = [sys.executable, "-c", _SAY, str(folder)]
    said = []
    for _ in range(2):
        run = subprocess.run(
            command, capture_output=True, check=True, cwd=Path(__file__).parents[1]
        )
        said.append(run.stdout.decode())
        assert kept(home)
    assert said[0] == said[1] and "'fruit': 'xoài non'" in said[0]
    edit(folder / "lexicons" / "fruits.tsv", "xoài non", "xoài già")
    run = subprocess.run(command, capture_output=True, check=True, cwd=Path(__file__).parents[1])
    assert "'fruit'" in run.stdout.decode() and run.stdout.decode() != said[0]


def test_a_pattern_that_does_not_compile_is_said_each_time(folder: Path) -> None:
    edit(folder / "patterns" / "garden.toml", "'''ngày", "'''(ngày")
    for _ in range(2):
        load._load.cache_clear()
        with pytest.raises(RulesError, match="does not compile"):
            load_rulebook(folder)


def test_rules_that_change_while_they_are_read_are_refused(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = load.load_lexicons

    def changing(place: Path) -> object:
        found = before(place)
        edit(folder / "lexicons" / "fruits.tsv", "khế", "chanh")
        return found

    monkeypatch.setattr(load, "load_lexicons", changing)
    with pytest.raises(RulesError, match=re.escape("changed while they were read")):
        load_rulebook(folder)
