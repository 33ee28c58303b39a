"""What the operating system refuses, in plain words and both languages, with what to do about it."""

from __future__ import annotations

import errno

from qingdan.law.grammar.text import Text

_KNOWN = {
    errno.ENOENT: Text("there is no such file or folder", "文件或者目录不存在"),
    errno.EACCES: Text(
        "no permission; ask for access or choose another place", "无权访问，请取得权限或者另选位置"
    ),
    errno.EPERM: Text(
        "no permission; ask for access or choose another place", "无权访问，请取得权限或者另选位置"
    ),
    errno.EROFS: Text("the disk can only be read; choose another place", "磁盘为只读，请另选位置"),
    errno.ENOSPC: Text(
        "No space left on device; free some or choose another place", "磁盘空间不足，请清理或者另选位置"
    ),
    errno.EDQUOT: Text(
        "your quota is used up; free some or choose another place", "磁盘配额已用尽，请清理或者另选位置"
    ),
    errno.EFBIG: Text("the file would grow larger than allowed here", "文件超过此处允许的大小"),
    errno.EISDIR: Text("this is a folder; name a file", "此为目录，请指定文件"),
    errno.ENOTDIR: Text("part of the path is a file, not a folder", "路径中有一段是文件而非目录"),
    errno.ELOOP: Text(
        "the symbolic links run in a circle; name the file itself", "符号链接循环，请指定文件本身"
    ),
    errno.ENAMETOOLONG: Text("the name is too long; shorten it", "文件名过长，请缩短"),
    errno.EIO: Text("the disk reports a fault; try another copy", "磁盘读写出错，请换用其他副本"),
    errno.EMFILE: Text("too many files are open; close some programs", "打开的文件过多，请关闭部分程序"),
}


def obstacle(error: OSError) -> Text:
    """Return what stands in the way. What is not foreseen is told in the system's own words."""
    known = _KNOWN.get(error.errno or 0)
    if known is not None:
        return known
    said = error.strerror or type(error).__name__
    return Text(f"the system refuses: {said}", f"系统拒绝操作：{said}")
