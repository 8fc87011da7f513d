"""Tries to get out of the room. Prints one line a probe: its name and `blocked`, or what it got.

Arguments: a name of the host's abstract socket, a process of the host, a file of the host.
"""

import ctypes
import errno
import mmap
import os
import resource
import signal
import socket
import stat
import struct
import sys

ABSTRACT, HOST_PROCESS, HOST_FILE = sys.argv[1], int(sys.argv[2]), sys.argv[3]
libc = ctypes.CDLL(None, use_errno=True)
PROBES = {}


def probe(function):
    PROBES[function.__name__] = function
    return function


def fails(action, *arguments, **named):
    """None if the action is refused, else what it gave."""
    try:
        return f"got {action(*arguments, **named)!r}"
    except (OSError, PermissionError, ValueError):
        return None


def syscall(number, *arguments):
    """None if the kernel refuses, else what it gave."""
    given = [ctypes.c_long(a) if isinstance(a, int) else a for a in arguments]
    ctypes.set_errno(0)
    result = libc.syscall(ctypes.c_long(number), *given)
    code = ctypes.get_errno()
    if result == -1 and code in (errno.ENOSYS, errno.EPERM, errno.EACCES, errno.EAFNOSUPPORT):
        return None
    return f"returned {result} errno {errno.errorcode.get(code, code)}"


def in_child(action):
    """What became of a child that does this: None if the kernel ended it or it says refused."""
    child = os.fork()
    if child == 0:
        try:
            os._exit(0 if action() is None else 7)
        except BaseException:
            os._exit(8)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return None if os.WTERMSIG(status) == signal.SIGSYS else f"signal {os.WTERMSIG(status)}"
    return None if os.WEXITSTATUS(status) == 0 else f"exit {os.WEXITSTATUS(status)}"


def reads(path):
    return fails(lambda: open(path, "rb").read(64))


def writes(path, content=b"x"):
    return fails(lambda: os.write(os.open(path, os.O_WRONLY | os.O_CREAT), content))


# Files of the host
@probe
def the_root_has_only_the_images_folders():
    extra = set(os.listdir("/")) - {
        "bin", "dev", "etc", "job", "lib", "lib64", "proc", "sbin", "tmp", "usr", "work"}
    return sorted(extra) or None


for name, path in {
    "shadow": "/etc/shadow", "root_home": "/root/.bashrc", "host_file": HOST_FILE,
    "host_name": "/etc/hostname", "sys": "/sys/kernel/uevent_helper", "boot": "/boot",
    "proc_root": "/proc/1/root/etc/shadow", "proc_cwd": "/proc/1/cwd/../etc/shadow",
    "proc_root_file": "/proc/1/root" + HOST_FILE, "kcore": "/proc/kcore", "mem": "/dev/mem",
    "kmsg": "/dev/kmsg", "proc_kmsg": "/proc/kmsg", "vda": "/dev/vda", "sda": "/dev/sda",
    "docker": "/var/run/docker.sock", "dbus": "/run/dbus/system_bus_socket",
    "other_memory": "/proc/1/mem", "kallsyms_of_modules": "/proc/kpagecount",
}.items():
    PROBES["read_" + name] = lambda path=path: reads(path)

for name, path in {
    "usr": "/usr/bin/python3", "usr_new": "/usr/new", "etc": "/etc/passwd", "root": "/new",
    "dev": "/dev/new", "job": "/job/new", "job_file": "/job/probes.py",
    "core_pattern": "/proc/sys/kernel/core_pattern", "sysrq": "/proc/sysrq-trigger",
    "modprobe": "/proc/sys/kernel/modprobe",
    "userns": "/proc/sys/user/max_user_namespaces",
    "ns_last_pid": "/proc/sys/kernel/ns_last_pid", "cgroup": "/sys/fs/cgroup/cgroup.procs",
}.items():
    PROBES["write_" + name] = lambda path=path: writes(path)


PROBES["write_oom"] = lambda: writes("/proc/self/oom_score_adj", b"-1000")
PROBES["write_uid_map"] = lambda: writes("/proc/self/uid_map", b"0 0 1")


@probe
def no_file_of_proc_sys_can_be_written():
    for folder, _, files in os.walk("/proc/sys"):
        for name in files:
            path = os.path.join(folder, name)
            if os.access(path, os.W_OK):
                try:
                    os.close(os.open(path, os.O_WRONLY))
                    return path
                except OSError:
                    pass
    return None


@probe
def a_link_leads_nowhere_else():
    os.symlink("/etc/shadow", "/work/link")
    return reads("/work/link")


@probe
def a_hard_link_cannot_cross():
    return fails(os.link, "/usr/bin/python3", "/work/python3")


@probe
def fifos_cannot_be_made():
    return fails(os.mkfifo, "/work/fifo")


@probe
def block_devices_cannot_be_made():
    return fails(os.mknod, "/work/disk", stat.S_IFBLK | 0o600, os.makedev(254, 0))


@probe
def character_devices_cannot_be_made():
    return fails(os.mknod, "/work/mem", stat.S_IFCHR | 0o600, os.makedev(1, 1))


@probe
def there_is_no_setuid_file():
    for folder, _, files in os.walk("/"):
        if folder.startswith(("/proc", "/work")):
            continue
        for name in files:
            path = os.path.join(folder, name)
            if not os.path.islink(path) and os.stat(path).st_mode & 0o6000:
                return path
    return None


@probe
def dev_has_only_harmless_devices():
    known = {"null", "zero", "full", "random", "urandom", "tty", "ptmx", "pts", "shm", "fd",
             "stdin", "stdout", "stderr", "core", "console"}
    return sorted(set(os.listdir("/dev")) - known) or None


@probe
def mounts_do_not_tell_of_the_host():
    text = open("/proc/self/mountinfo").read()
    words = [os.path.dirname(HOST_FILE), "/root/", "/home/"]
    return [word for word in words if word in text] or None


# What is inherited
@probe
def nothing_of_the_nodes_environment_is_seen():
    own = {"PATH", "HOME", "LANG", "PWD", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS",
           "PYTHONHASHSEED", "PYTHONDONTWRITEBYTECODE", "PYTHONNOUSERSITE", "LC_CTYPE"}
    if set(os.environ) - own:
        return sorted(set(os.environ) - own)
    for process in filter(str.isdigit, os.listdir("/proc")):
        try:
            text = open(f"/proc/{process}/environ").read()
        except OSError:
            continue
        for one in filter(None, text.split("\0")):
            if one.split("=")[0] not in own:
                return one
    return None


@probe
def no_descriptor_is_inherited():
    extra = []
    for number in os.listdir("/proc/self/fd"):
        if int(number) > 2:
            try:
                extra.append(os.readlink(f"/proc/self/fd/{number}"))
            except OSError:
                pass  # the listing's own
    return extra or None


@probe
def the_nodes_descriptors_cannot_be_listed():
    found = [p for p in filter(str.isdigit, os.listdir("/proc"))
             if b"java" in open(f"/proc/{p}/cmdline", "rb").read()]
    return found or None


@probe
def only_the_rooms_processes_are_seen():
    return len([p for p in os.listdir("/proc") if p.isdigit()]) > 3 or None


@probe
def a_process_of_the_host_cannot_be_signalled():
    return fails(os.kill, HOST_PROCESS, signal.SIGKILL)


@probe
def process_one_of_the_room_is_not_the_hosts():
    return os.getppid() != 1 or None


@probe
def the_user_is_nobody():
    ids = (os.getuid(), os.geteuid(), os.getgid(), os.getegid())
    return None if ids == (65534,) * 4 else ids


@probe
def there_are_no_capabilities():
    for line in open("/proc/self/status"):
        name, value = line.split(":")[0], line.split()[-1]
        if name in ("CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb") and int(value, 16):
            return line
        if name == "NoNewPrivs" and value != "1" or name == "Seccomp" and value != "2":
            return line
    return None


@probe
def the_hosts_name_is_not_known():
    return None if socket.gethostname() == "room" else socket.gethostname()


@probe
def the_control_group_is_its_own_root():
    for line in open("/proc/self/cgroup"):
        if line.strip().split(":", 2)[2] != "/" and "name=" not in line \
                and line.split(":")[1] in ("memory", "pids", "cpu", "cpuacct", ""):
            if line.split(":")[1]:
                return line
    return None


# Network
for name, family, kind in [
    ("tcp", 2, 1), ("udp", 2, 2), ("raw", 2, 3), ("tcp6", 10, 1), ("udp6", 10, 2),
    ("netlink", 16, 3), ("packet", 17, 3), ("vsock", 40, 1), ("bluetooth", 31, 3),
    ("alg", 38, 5), ("can", 29, 3), ("xdp", 44, 3), ("tipc", 30, 1), ("rds", 21, 5),
]:
    PROBES["socket_" + name] = lambda f=family, k=kind: fails(socket.socket, f, k)


@probe
def names_cannot_be_resolved():
    return fails(socket.getaddrinfo, "example.org", 443)


@probe
def there_is_only_a_loopback():
    names = [l.split(":")[0].strip() for l in open("/proc/net/dev").readlines()[2:]]
    return None if names in ([], ["lo"]) else names


@probe
def an_abstract_socket_of_the_host_is_not_there():
    with socket.socket(socket.AF_UNIX) as one:
        return fails(one.connect, "\0" + ABSTRACT)


# System calls
NUMBERS = dict(
    mount=165, umount2=166, pivot_root=155, chroot=161, setns=308, ptrace=101,
    process_vm_readv=310, process_vm_writev=311, keyctl=250, add_key=248, request_key=249,
    bpf=321, io_uring_setup=425, io_uring_enter=426, io_uring_register=427,
    perf_event_open=298, userfaultfd=323, open_by_handle_at=304, name_to_handle_at=303,
    personality=135, kexec_load=246, kexec_file_load=320, init_module=175, finit_module=313,
    delete_module=176, reboot=169, sethostname=170, setdomainname=171, settimeofday=164,
    clock_settime=227, adjtimex=159, clock_adjtime=305, setuid=105, setgid=106, setreuid=113,
    setresuid=117, setgroups=116, capset=126, iopl=172, ioperm=173, modify_ldt=154, swapon=167,
    swapoff=168, acct=163, quotactl=179, syslog=103, memfd_create=319, memfd_secret=447,
    pidfd_open=434, pidfd_getfd=438, shmget=29, shmat=30, msgget=68, semget=64, mq_open=240,
    fanotify_init=300, inotify_init1=294, open_tree=428, move_mount=429, fsopen=430, fsmount=432,
    fspick=433, mount_setattr=442, clone3=435, seccomp=317, kcmp=312, vmsplice=278, splice=275,
    mbind=237, move_pages=279, migrate_pages=256, sync=162, syncfs=306, vhangup=153,
    landlock_create_ruleset=444, execveat=322, io_setup=206, lookup_dcookie=212, uselib=134,
    sysfs=139, ustat=136, process_madvise=440, set_mempolicy=238, mlockall=151,
    sched_setscheduler=144, nfsservctl=180, unknown_call=5000,
)
for name, number in NUMBERS.items():
    PROBES["call_" + name] = lambda n=number: syscall(n, 0, 0, 0, 0, 0, 0)

FLAGS = dict(user=0x10000000, mount=0x20000, pid=0x20000000, net=0x40000000, ipc=0x8000000,
             uts=0x4000000, cgroup=0x2000000, time=0x80)
for name, flag in FLAGS.items():
    PROBES["unshare_" + name] = lambda f=flag: syscall(272, f)
    if name != "time":
        PROBES["clone_" + name] = lambda f=flag: syscall(56, f | signal.SIGCHLD, 0, 0, 0, 0)
        PROBES["clone_high_" + name] = (
            lambda f=flag: syscall(56, f | signal.SIGCHLD | 1 << 40, 0, 0, 0, 0))


PROBES["the_terminal_cannot_be_typed_into"] = lambda: None if all(
    libc.ioctl(d, request, ctypes.c_char_p(b"x")) == -1 and ctypes.get_errno() == errno.ENOTTY
    for d in (0, 1, 2) for request in (0x5412, 0x541C, 0x5412 | 1 << 32)) else "typed"


def machine_code(code):
    page = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
    page.write(code)
    address = ctypes.addressof(ctypes.c_char.from_buffer(page))
    return ctypes.CFUNCTYPE(ctypes.c_long)(address)()


@probe
def calls_of_32_bit_programs_end_the_process():
    # mov eax, 20 (getpid); int 0x80; ret
    return in_child(lambda: f"got {machine_code(bytes.fromhex('b814000000cd80c3'))}")


@probe
def x32_calls_end_the_process():
    return in_child(lambda: f"got {libc.syscall(ctypes.c_long(0x40000000 + 39))}")


# Limits
@probe
def there_are_no_core_files():
    return resource.getrlimit(resource.RLIMIT_CORE) != (0, 0) or None


@probe
def limits_cannot_be_raised():
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    return fails(resource.setrlimit, resource.RLIMIT_NOFILE, (hard + 1, hard + 1))


@probe
def priority_cannot_be_raised():
    return fails(os.nice, -5)


@probe
def a_setuid_bit_of_ones_own_gains_nothing():
    with open("/work/own", "wb") as file:
        file.write(b"#!/usr/bin/python3\n")
    os.chmod("/work/own", 0o6755)
    return fails(os.execv, "/work/own", ["own"]) if os.statvfs("/work").f_flag & 2 == 0 else None


for name in sorted(PROBES):
    try:
        found = PROBES[name]()
    except Exception as trouble:
        found = f"the probe itself failed: {trouble!r}"
    print(name, "blocked" if found is None else f"GOT {found}", flush=True)
print(len(PROBES), "probes")
