"""Runs a command and says what it cost: wall time, CPU and peak memory of it and of every process below it."""
import os
import signal
import subprocess
import threading
import time


def quantile(values, part):
    values = sorted(values)
    return values[min(len(values) - 1, int(part * len(values)))] if values else None


def summary(prefix, values, digits=2):
    """Flat keys prefix_p50, _p95, _p99, _max and _n; nothing when there is no value."""
    if not values:
        return {}
    out = {f'{prefix}_{name}': round(quantile(values, part), digits)
           for name, part in (('p50', .5), ('p95', .95), ('p99', .99))}
    return {**out, f'{prefix}_max': round(max(values), digits), f'{prefix}_n': len(values)}


def children_of_all():
    """pid -> pids of its children, now."""
    children = {}
    for name in os.listdir('/proc'):
        if name.isdigit():
            try:
                with open(f'/proc/{name}/stat', encoding='utf8', errors='replace') as file:
                    parent = int(file.read().rpartition(')')[2].split()[1])
            except (OSError, IndexError, ValueError):
                continue
            children.setdefault(parent, []).append(int(name))
    return children


def tree(root):
    children, found, rest = children_of_all(), [], [root]
    while rest:
        pid = rest.pop()
        found.append(pid)
        rest += children.get(pid, [])
    return found


def memory_of(pid):
    """Proportional set size in bytes, shared pages divided among their users; resident size where it is not told."""
    for name, field in (('smaps_rollup', 'Pss:'), ('status', 'VmRSS:')):
        try:
            with open(f'/proc/{pid}/{name}', encoding='utf8') as file:
                for line in file:
                    if line.startswith(field):
                        return int(line.split()[1]) * 1024
        except OSError:
            continue
    return 0


def name_of(pid):
    try:
        with open(f'/proc/{pid}/comm', encoding='utf8') as file:
            return file.read().strip()
    except OSError:
        return ''


def cpu_of(pid):
    """User and system seconds of a process so far, its waited-for children included."""
    with open(f'/proc/{pid}/stat', encoding='utf8', errors='replace') as file:
        fields = file.read().rpartition(')')[2].split()
    return sum(int(fields[i]) for i in (11, 12, 13, 14)) / os.sysconf('SC_CLK_TCK')


class Watch(threading.Thread):
    """Samples the memory of a process tree until told to stop."""

    def __init__(self, root, every=0.1):
        super().__init__(daemon=True)
        self.root, self.every, self.ended = root, every, threading.Event()
        self.peak, self.peak_by_name = 0, {}

    def run(self):
        while not self.ended.is_set():
            now = {}
            for pid in tree(self.root):
                size = memory_of(pid)
                if size:
                    now.setdefault(name_of(pid), []).append(size)
            self.peak = max(self.peak, sum(map(sum, now.values())))
            for name, sizes in now.items():
                self.peak_by_name[name] = max(self.peak_by_name.get(name, 0), max(sizes))
            self.ended.wait(self.every)

    def stop(self):
        self.ended.set()
        self.join()


def run(command, environment=None, folder=None, check=(0,), limit=None):
    """{'wall_s', 'cpu_s', 'peak_mb', 'peak_mb_by_process', 'exit', 'out', 'err'} of a command; MB = 10^6 bytes.

    CPU is that of all processes below it that were waited for."""
    out_read, out_write = os.pipe()
    began = time.monotonic()
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out_write, stderr=subprocess.PIPE,
                               env={**os.environ, **(environment or {})}, cwd=folder, start_new_session=True)
    os.close(out_write)
    chunks, errors = [], []
    readers = [threading.Thread(target=lambda: chunks.append(os.fdopen(out_read, 'rb').read())),
               threading.Thread(target=lambda: errors.append(process.stderr.read()))]
    for reader in readers:
        reader.start()
    watch = Watch(process.pid)
    watch.start()
    timer = threading.Timer(limit, lambda: os.killpg(process.pid, signal.SIGKILL)) if limit else None
    if timer:
        timer.start()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if timer:
        timer.cancel()
    watch.stop()
    for reader in readers:
        reader.join()
    process.stderr.close()
    result = {'wall_s': wall, 'cpu_s': usage.ru_utime + usage.ru_stime, 'peak_mb': watch.peak / 1e6,
              'peak_mb_by_process': {name: round(size / 1e6, 1) for name, size in watch.peak_by_name.items()},
              'exit': process.returncode, 'out': b''.join(chunks), 'err': b''.join(errors)}
    if check is not None and process.returncode not in check:
        raise SystemExit(f'{" ".join(map(str, command))} ended with {process.returncode}:\n'
                         + result['err'].decode('utf8', 'replace')[-2000:])
    return result
