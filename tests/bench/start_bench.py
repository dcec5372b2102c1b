"""start [LIBRARY]: from the start of mess-kiosk to its first frame under Xvfb, then what it costs while nobody touches
it, and how large the program is."""
import os
import shutil
import signal
import subprocess
import time

import measure


def wait_for(condition, seconds):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.005)
    return False


class Xvfb:
    """A display of our own, which picks its number itself."""

    def __enter__(self):
        read, write = os.pipe()
        self.process = subprocess.Popen(['Xvfb', '-displayfd', str(write), '-screen', '0', '1920x1080x24', '-nolisten', 'tcp'],
                                        pass_fds=(write,), stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as number:
            self.display = ':' + number.readline().strip()
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()


def size_of(path):
    if path.is_file():
        return path.stat().st_size
    return sum(file.stat().st_size for file in path.rglob('*') if file.is_file())


def one_start(bench, library, display, idle_seconds):
    trace = bench.new_trace()
    environment = {**os.environ, 'DISPLAY': display, 'MESS_TRACE': str(trace), 'SDL_VIDEODRIVER': 'x11'}
    began = time.time()
    process = subprocess.Popen([bench.bin / 'mess-kiosk', '--library', library, '--windowed', '--size', '1920x1080'],
                               env=environment, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE)
    out = {}
    try:
        def first():
            return next((line for line in bench.lines(trace) if line['event'] == 'first_frame'), None)
        if not wait_for(lambda: first() or process.poll() is not None, 30) or process.poll() is not None:
            raise SystemExit('mess-kiosk did not start: ' + process.stderr.read().decode('utf8', 'replace'))
        out['ms'] = (first()['t'] - began) * 1000
        if idle_seconds:
            time.sleep(5)  # the welcome screen settles
            frames, cpu = len(bench.lines(trace)), sum(measure.cpu_of(pid) for pid in measure.tree(process.pid))
            time.sleep(idle_seconds)
            pids = measure.tree(process.pid)
            out['idle_frames'] = len(bench.lines(trace)) - frames
            out['idle_cpu'] = (sum(measure.cpu_of(pid) for pid in pids) - cpu) / idle_seconds * 100
            out['memory'] = sum(map(measure.memory_of, pids)) / 1e6
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=20)
        process.stderr.close()
    return out


def measure_start(bench, library=None, rounds=7, idle_seconds=20):
    if not shutil.which('Xvfb'):
        raise SystemExit('Xvfb is not installed: apt-get install xvfb')
    library = bench.library(library)
    with Xvfb() as screen:
        one_start(bench, library, screen.display, 0)  # warms the file cache
        times = [one_start(bench, library, screen.display, 0)['ms'] for _ in range(rounds)]
        idle = one_start(bench, library, screen.display, idle_seconds)
    programs = sum(size_of(bench.bin / name) for name in ('mess-kiosk', 'mess-library', 'mess-pdf-worker'))
    assets = sum(size_of(bench.here.parents[1] / 'assets' / name) for name in ('strings', 'content', 'keyboards', 'icons'))
    return {**bench.ms('start', times), 'idle_seconds': idle_seconds, 'idle_frames': idle['idle_frames'],
            'idle_cpu_percent': round(idle['idle_cpu'], 3), 'idle_memory_mb': round(idle['memory'], 1),
            'programs_mb': round(programs / 1e6, 2), 'assets_mb': round(assets / 1e6, 2)}
